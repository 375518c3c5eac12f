import type { bar as english } from './en.ts'

export const bar: Record<keyof typeof english, string> = {
  'bar.skip': 'រំលងទៅមាតិកា',
  'bar.main': 'មេ',
  'bar.state': 'រដ្ឋ',
  'bar.recommendations': 'អនុសាសន៍',
  'bar.governmentBodies': 'ក្រសួង ស្ថាប័ន',
  'bar.workingGroups': 'ក្រុមការងារ',
  'bar.calendar': 'ប្រតិទិន',
  'bar.graph': 'ក្រាហ្វ',
  'bar.review': 'ពិនិត្យ',
  'bar.coverage': 'វិសាលភាព',
  'bar.menu': 'ម៉ឺនុយ',
  'bar.close': 'បិទ',
  'bar.language': 'ភាសា',
  'bar.search': 'ស្វែងរកទាំងអស់',
  'bar.searchButton': 'ស្វែងរក',
  'footer.about': 'ការពិតមានប្រភព សេចក្តីសង្ខេបជាពាក្យរបស់យើងផ្ទាល់។ ទំព័រដែលបោះពុម្ពមានប្រភពភ្ជាប់។',
  'footer.console': 'កន្លែងសួរទិន្នន័យ',
  'footer.coverage': 'អ្វីដែលក្រាហ្វមាន និងអ្វីដែលខ្វះ',
  'footer.translation': 'ភាសាខ្មែរនៃទំព័រនេះរង់ចាំការពិនិត្យពីអ្នកប្រើភាសាខ្មែរជាភាសាកំណើត។',
}
