import { day } from '../../../base/day.ts'
import { type Example, say } from '../example.ts'
import { BarChart } from './part.tsx'

const LENT = [12, 18, 9, 0, 4, 31, 40, 38, 22, 17, 11, 8]

export const examples: readonly Example[] = [
  {
    name: 'long labels',
    show: (lang) => (
      <BarChart
        id="chart-kinds"
        lang={lang}
        title={say(lang, 'Hệ thống đã ghi nhận theo lĩnh vực', 'Systems recorded, by field')}
        unit={say(lang, 'hệ thống', 'systems')}
        bars={[
          {
            label: say(
              lang,
              'Chăm sóc sức khỏe, chẩn đoán và theo dõi người bệnh tại cơ sở khám bệnh, chữa bệnh',
              'Health care, diagnosis and monitoring of patients in hospitals and clinics',
            ),
            value: 1240,
          },
          { label: say(lang, 'Giáo dục và đào tạo', 'Education and training'), value: 486 },
          { label: say(lang, 'Cho mượn ô', 'Lending umbrellas'), value: 3 },
          { label: say(lang, 'Dự báo mưa', 'Rain forecasts'), value: 0 },
        ]}
        source={<a href="#register">{say(lang, 'Danh mục công khai của Cổng', 'The public register')}</a>}
        asOf={day('2026-11-21')}
        table={{ columns: [say(lang, 'Lĩnh vực', 'Field'), say(lang, 'Số lượng', 'Number')] }}
      />
    ),
  },
  {
    name: 'month by month',
    show: (lang) => (
      <BarChart
        id="chart-months"
        lang={lang}
        title={say(lang, 'Lượt mượn ô theo tháng', 'Umbrellas lent each month')}
        bars={LENT.map((value, n) => ({ label: `${String(n + 1).padStart(2, '0')}/2026`, value }))}
        labels="beside"
        source={say(lang, 'Sổ mượn của thư viện', 'The library’s loan book')}
        asOf={day('2026-12-31')}
        table={{ columns: [say(lang, 'Tháng', 'Month'), say(lang, 'Lượt mượn', 'Loans')] }}
      />
    ),
  },
]
