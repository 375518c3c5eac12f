import type { search as english } from './en.ts'

export const search: Record<keyof typeof english, string> = {
  'search.title': 'ស្វែងរក',
  'search.titleFor': 'ស្វែងរក៖ {text}',
  'search.help': 'ពាក្យ «ឃ្លាពិតប្រាកដ» AND OR NOT ដើមពាក្យជាមួយ * លេខឯកសារជាមួយកថាខណ្ឌ ឬឈ្មោះក្រសួង។',
  'search.count': 'លទ្ធផល {count, number}',
  'search.all': 'ទាំងអស់',
  'search.empty': 'រកមិនឃើញអ្វីដែលត្រូវនឹង «{text}» ទេ។',
  'search.emptyHelp':
    'សូមសាកល្បងប្រើពាក្យតិចជាងនេះ អក្ខរាវិរុទ្ធផ្សេង ឬដើមពាក្យ។ សេចក្តីសង្ខេបជាភាសាអង់គ្លេស ឈ្មោះស្ថាប័ន និងពាក្យជាច្រើនមានជាភាសាខ្មែរផងដែរ។',
  'search.start': 'សូមវាយអ្វីដែលចង់រក៖ ប្រធានបទ លេខឯកសារ ស្ថាប័ន ឬរដ្ឋ។',
  'search.seeAll': 'មើលលទ្ធផលទាំងអស់ {count, number}',
  'search.type': 'ប្រភេទ',
  'search.browse': 'ឬមើលតាម៖',
  'search.suggestions': 'ការស្នើ',
}
