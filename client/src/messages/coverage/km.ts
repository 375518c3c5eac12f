import type { coverage as english } from './en.ts'

export const coverage: Record<keyof typeof english, string> = {
  'coverage.title': 'អ្វីដែលក្រាហ្វមាន និងអ្វីដែលខ្វះ',
  'coverage.intro': 'មិនដឹងមិនមែនមានន័យថាមិនបានស្នើទេ។ ទំព័រនេះប្រាប់ថាឯកសារនីមួយៗមានប៉ុន្មាននៅទីនេះ ចំនួននៅកន្លែងផ្សេងរាប់តែអ្វីដែលមាន។',
  'coverage.documents': 'តាមឯកសារនីមួយៗ',
  'coverage.document': 'ឯកសារ',
  'coverage.mechanism': 'យន្តការ',
  'coverage.year': 'ឆ្នាំ',
  'coverage.yearFromId': 'ពីលេខសម្គាល់ប៉ុណ្ណោះ',
  'coverage.held': 'ជួរដែលមាន',
  'coverage.items': 'ចំណុចដែលមាន',
  'coverage.known': 'សរុបដែលដឹង',
  'coverage.complete': 'មានទាំងអស់',
  'coverage.yes': 'បាទ/ចាស',
  'coverage.no': 'ទេ',
  'coverage.unknown': 'មិនដឹង',
  'coverage.counting': 'ជួរមួយជាពាក្យពេចន៍មួយ ជួរច្រើនអាចនៅក្រោមចំណុចតែមួយ ហើយចំណុចគឺជាអ្វីដែលឯកសារខ្លួនឯងរាប់។',
  'coverage.holds': 'មានផងដែរ',
  'coverage.judgement': 'អ្វីជាការវិនិច្ឆ័យ មិនមែនការពិត',
  'coverage.judgement.tags': 'ប្រធានបទ សិទ្ធិ ក្រុមរងផលប៉ះពាល់ និងចំណុចដៅ SDG គឺជាចំណាត់ថ្នាក់របស់យើងផ្ទាល់។',
  'coverage.judgement.mandate':
    'ការទទួលខុសត្រូវ {suggestions, number} អានពីអាណត្តិ និងរង់ចាំការបញ្ជាក់ {facts, number} ផ្អែកលើប្រភពដែលបញ្ជាក់ឈ្មោះស្ថាប័ន។',
  'coverage.judgement.follows':
    'តំណរវាងគំនិតផ្តួចផ្តើម និងអនុសាសន៍ជាការពិត ប្រសិនបើផែនទីបង្ហាញផ្លូវបញ្ជាក់ឈ្មោះ និងជាការស្នើ ប្រសិនបើគ្រាន់តែអាចសន្និដ្ឋាន។',
  'coverage.judgement.summaries': 'សេចក្តីសង្ខេបជាពាក្យរបស់យើងផ្ទាល់ មិនមែនសម្រង់ទេ។ អត្ថបទដើម បើមាន នៅដាច់ដោយឡែក។',
  'coverage.sources': 'ប្រភព និងអាជ្ញាប័ណ្ណ',
  'coverage.sources.data': 'ទិន្នន័យដែលភ្ជាប់មកផ្តល់ក្រោម CC BY 4.0 ជួរនីមួយៗបញ្ជាក់ប្រភព ហើយទំព័រនីមួយៗបង្ហាញវា។',
  'coverage.sources.software':
    'កម្មវិធីនេះនៅក្រោម Apache License 2.0។ Neo4j Community (GPL-3.0) ដំណើរការជាកម្មវិធីដាច់ដោយឡែក ត្រូវបានទាញយក មិនមែនភ្ជាប់មកទេ។',
  'coverage.privacy': 'អ្វីដែលអ្នកដទៃអាចដឹង',
  'coverage.privacy.text':
    'អាសយដ្ឋានទំព័រនេះនៅក្រោយសញ្ញា # ដែលកម្មវិធីរុករកមិនផ្ញើទេ។ សំណួរទៅតែម៉ាស៊ីនបម្រើដែលដំណើរការទំព័រនេះ ហើយកំណត់ហេតុរបស់វាមិនរក្សាទុកសំណួរទេ។',
  'coverage.versions': 'កំណែ',
  'coverage.versions.software': 'កម្មវិធី',
  'coverage.versions.data': 'ទិន្នន័យ',
  'coverage.versions.loaded': 'ផ្ទុកនៅ {date}',
  'coverage.khmer': 'ពាក្យខ្មែរដែលរង់ចាំការពិនិត្យ',
  'coverage.khmer.text':
    'ភាសាខ្មែរនៃទំព័រនេះសរសេរដោយប្រើពាក្យដែលបានផ្ទៀងផ្ទាត់ក្នុងសទ្ទានុក្រម បើមាន។ សារផ្សេងទៀតរង់ចាំការពិនិត្យពីអ្នកប្រើភាសាខ្មែរជាភាសាកំណើត ហើយមានខាងក្រោមជាមួយលេខកូដ ភាសាអង់គ្លេស និងខ្មែរ។',
  'coverage.khmer.key': 'លេខកូដ',
  'coverage.khmer.english': 'អង់គ្លេស',
  'coverage.khmer.khmer': 'ខ្មែរ',
  'coverage.khmer.show': 'បង្ហាញបញ្ជី',
}
