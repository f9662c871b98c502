#include "base/partial_date_words.h"

#include "base/utf8.h"

#include <gtest/gtest.h>

#include <map>
#include <string>
#include <vector>

namespace interregio {
namespace {

struct Phrases {
    std::string_view standalone;
    std::string_view in_sentence;
};

struct Wording {
    std::string_view edtf;
    Phrases german;
    Phrases polish;
    Phrases english;
};

// clang-format off
constexpr Wording points[]{
    {"2019-08-09", {"9. August 2019", "am 9. August 2019"}, {"9 sierpnia 2019 r.", "9 sierpnia 2019 r."}, {"9 August 2019", "on 9 August 2019"}},
    {"2025-10-07", {"7. Oktober 2025", "am 7. Oktober 2025"}, {"7 października 2025 r.", "7 października 2025 r."}, {"7 October 2025", "on 7 October 2025"}},
    {"2024-21", {"Frühjahr 2024", "im Frühjahr 2024"}, {"wiosna 2024 r.", "wiosną 2024 r."}, {"spring 2024", "in spring 2024"}},
    {"2024-22", {"Sommer 2024", "im Sommer 2024"}, {"lato 2024 r.", "latem 2024 r."}, {"summer 2024", "in summer 2024"}},
    {"2024-23", {"Herbst 2024", "im Herbst 2024"}, {"jesień 2024 r.", "jesienią 2024 r."}, {"autumn 2024", "in autumn 2024"}},
    {"2024-24", {"Winter 2024/25", "im Winter 2024/25"}, {"zima 2024/2025 r.", "zimą 2024/2025 r."}, {"winter 2024/25", "in winter 2024/25"}},
    {"1999-24", {"Winter 1999/2000", "im Winter 1999/2000"}, {"zima 1999/2000 r.", "zimą 1999/2000 r."}, {"winter 1999/2000", "in winter 1999/2000"}},
    {"2008-24", {"Winter 2008/09", "im Winter 2008/09"}, {"zima 2008/2009 r.", "zimą 2008/2009 r."}, {"winter 2008/09", "in winter 2008/09"}},
    {"2018", {"2018", "2018"}, {"2018 r.", "w 2018 r."}, {"2018", "in 2018"}},
};

constexpr Wording months[]{
    {"2025-01", {"Januar 2025", "im Januar 2025"}, {"styczeń 2025 r.", "w styczniu 2025 r."}, {"January 2025", "in January 2025"}},
    {"2025-02", {"Februar 2025", "im Februar 2025"}, {"luty 2025 r.", "w lutym 2025 r."}, {"February 2025", "in February 2025"}},
    {"2025-03", {"März 2025", "im März 2025"}, {"marzec 2025 r.", "w marcu 2025 r."}, {"March 2025", "in March 2025"}},
    {"2025-04", {"April 2025", "im April 2025"}, {"kwiecień 2025 r.", "w kwietniu 2025 r."}, {"April 2025", "in April 2025"}},
    {"2025-05", {"Mai 2025", "im Mai 2025"}, {"maj 2025 r.", "w maju 2025 r."}, {"May 2025", "in May 2025"}},
    {"2025-06", {"Juni 2025", "im Juni 2025"}, {"czerwiec 2025 r.", "w czerwcu 2025 r."}, {"June 2025", "in June 2025"}},
    {"2025-07", {"Juli 2025", "im Juli 2025"}, {"lipiec 2025 r.", "w lipcu 2025 r."}, {"July 2025", "in July 2025"}},
    {"2025-08", {"August 2025", "im August 2025"}, {"sierpień 2025 r.", "w sierpniu 2025 r."}, {"August 2025", "in August 2025"}},
    {"2025-09", {"September 2025", "im September 2025"}, {"wrzesień 2025 r.", "we wrześniu 2025 r."}, {"September 2025", "in September 2025"}},
    {"2025-10", {"Oktober 2025", "im Oktober 2025"}, {"październik 2025 r.", "w październiku 2025 r."}, {"October 2025", "in October 2025"}},
    {"2025-11", {"November 2025", "im November 2025"}, {"listopad 2025 r.", "w listopadzie 2025 r."}, {"November 2025", "in November 2025"}},
    {"2025-12", {"Dezember 2025", "im Dezember 2025"}, {"grudzień 2025 r.", "w grudniu 2025 r."}, {"December 2025", "in December 2025"}},
};

constexpr Wording days_of_each_month[]{
    {"2025-01-31", {"31. Januar 2025", "am 31. Januar 2025"}, {"31 stycznia 2025 r.", "31 stycznia 2025 r."}, {"31 January 2025", "on 31 January 2025"}},
    {"2025-02-01", {"1. Februar 2025", "am 1. Februar 2025"}, {"1 lutego 2025 r.", "1 lutego 2025 r."}, {"1 February 2025", "on 1 February 2025"}},
    {"2025-03-02", {"2. März 2025", "am 2. März 2025"}, {"2 marca 2025 r.", "2 marca 2025 r."}, {"2 March 2025", "on 2 March 2025"}},
    {"2025-04-03", {"3. April 2025", "am 3. April 2025"}, {"3 kwietnia 2025 r.", "3 kwietnia 2025 r."}, {"3 April 2025", "on 3 April 2025"}},
    {"2025-05-04", {"4. Mai 2025", "am 4. Mai 2025"}, {"4 maja 2025 r.", "4 maja 2025 r."}, {"4 May 2025", "on 4 May 2025"}},
    {"2025-06-05", {"5. Juni 2025", "am 5. Juni 2025"}, {"5 czerwca 2025 r.", "5 czerwca 2025 r."}, {"5 June 2025", "on 5 June 2025"}},
    {"2025-07-06", {"6. Juli 2025", "am 6. Juli 2025"}, {"6 lipca 2025 r.", "6 lipca 2025 r."}, {"6 July 2025", "on 6 July 2025"}},
    {"2025-08-07", {"7. August 2025", "am 7. August 2025"}, {"7 sierpnia 2025 r.", "7 sierpnia 2025 r."}, {"7 August 2025", "on 7 August 2025"}},
    {"2025-09-08", {"8. September 2025", "am 8. September 2025"}, {"8 września 2025 r.", "8 września 2025 r."}, {"8 September 2025", "on 8 September 2025"}},
    {"2025-10-09", {"9. Oktober 2025", "am 9. Oktober 2025"}, {"9 października 2025 r.", "9 października 2025 r."}, {"9 October 2025", "on 9 October 2025"}},
    {"2025-11-10", {"10. November 2025", "am 10. November 2025"}, {"10 listopada 2025 r.", "10 listopada 2025 r."}, {"10 November 2025", "on 10 November 2025"}},
    {"2025-12-11", {"11. Dezember 2025", "am 11. Dezember 2025"}, {"11 grudnia 2025 r.", "11 grudnia 2025 r."}, {"11 December 2025", "on 11 December 2025"}},
};

constexpr Wording qualified_points[]{
    {"2019-08-09?", {"vermutlich 9. August 2019", "vermutlich am 9. August 2019"}, {"prawdopodobnie 9 sierpnia 2019 r.", "prawdopodobnie 9 sierpnia 2019 r."}, {"probably 9 August 2019", "probably on 9 August 2019"}},
    {"2019-08-09~", {"um den 9. August 2019", "um den 9. August 2019"}, {"około 9 sierpnia 2019 r.", "około 9 sierpnia 2019 r."}, {"about 9 August 2019", "around 9 August 2019"}},
    {"2019-08-09%", {"vermutlich um den 9. August 2019", "vermutlich um den 9. August 2019"}, {"prawdopodobnie około 9 sierpnia 2019 r.", "prawdopodobnie około 9 sierpnia 2019 r."}, {"probably about 9 August 2019", "probably around 9 August 2019"}},
    {"2022-06?", {"vermutlich Juni 2022", "vermutlich im Juni 2022"}, {"prawdopodobnie czerwiec 2022 r.", "prawdopodobnie w czerwcu 2022 r."}, {"probably June 2022", "probably in June 2022"}},
    {"2022-06~", {"etwa Juni 2022", "etwa im Juni 2022"}, {"około czerwca 2022 r.", "około czerwca 2022 r."}, {"about June 2022", "around June 2022"}},
    {"2022-06%", {"vermutlich etwa Juni 2022", "vermutlich etwa im Juni 2022"}, {"prawdopodobnie około czerwca 2022 r.", "prawdopodobnie około czerwca 2022 r."}, {"probably about June 2022", "probably around June 2022"}},
    {"2022-22?", {"vermutlich Sommer 2022", "vermutlich im Sommer 2022"}, {"prawdopodobnie lato 2022 r.", "prawdopodobnie latem 2022 r."}, {"probably summer 2022", "probably in summer 2022"}},
    {"2022-22~", {"etwa Sommer 2022", "etwa im Sommer 2022"}, {"około lata 2022 r.", "około lata 2022 r."}, {"about summer 2022", "around summer 2022"}},
    {"2022-24%", {"vermutlich etwa Winter 2022/23", "vermutlich etwa im Winter 2022/23"}, {"prawdopodobnie około zimy 2022/2023 r.", "prawdopodobnie około zimy 2022/2023 r."}, {"probably about winter 2022/23", "probably around winter 2022/23"}},
    {"2018?", {"vermutlich 2018", "vermutlich 2018"}, {"prawdopodobnie 2018 r.", "prawdopodobnie w 2018 r."}, {"probably 2018", "probably in 2018"}},
    {"2018~", {"um 2018", "um 2018"}, {"około 2018 r.", "około 2018 r."}, {"about 2018", "around 2018"}},
    {"2018%", {"vermutlich um 2018", "vermutlich um 2018"}, {"prawdopodobnie około 2018 r.", "prawdopodobnie około 2018 r."}, {"probably about 2018", "probably around 2018"}},
};

constexpr Wording ranges[]{
    // Days: within a month, across months, across years, and one day written as a range.
    {"2019-08-08/2019-08-09", {"8.–9. August 2019", "vom 8. bis 9. August 2019"}, {"8–9 sierpnia 2019 r.", "w dniach 8–9 sierpnia 2019 r."}, {"8–9 August 2019", "on 8 and 9 August 2019"}},
    {"2021-05-07/2021-05-09", {"7.–9. Mai 2021", "vom 7. bis 9. Mai 2021"}, {"7–9 maja 2021 r.", "w dniach 7–9 maja 2021 r."}, {"7–9 May 2021", "from 7 to 9 May 2021"}},
    {"2024-02-28/2024-03-02", {"28. Februar – 2. März 2024", "vom 28. Februar bis 2. März 2024"}, {"28 lutego – 2 marca 2024 r.", "od 28 lutego do 2 marca 2024 r."}, {"28 February – 2 March 2024", "from 28 February to 2 March 2024"}},
    {"2024-02-29/2024-03-01", {"29. Februar – 1. März 2024", "vom 29. Februar bis 1. März 2024"}, {"29 lutego – 1 marca 2024 r.", "od 29 lutego do 1 marca 2024 r."}, {"29 February – 1 March 2024", "on 29 February and 1 March 2024"}},
    {"2024-12-30/2025-01-02", {"30. Dezember 2024 – 2. Januar 2025", "vom 30. Dezember 2024 bis 2. Januar 2025"}, {"30 grudnia 2024 r. – 2 stycznia 2025 r.", "od 30 grudnia 2024 r. do 2 stycznia 2025 r."}, {"30 December 2024 – 2 January 2025", "from 30 December 2024 to 2 January 2025"}},
    {"2024-12-31/2025-01-01", {"31. Dezember 2024 – 1. Januar 2025", "vom 31. Dezember 2024 bis 1. Januar 2025"}, {"31 grudnia 2024 r. – 1 stycznia 2025 r.", "od 31 grudnia 2024 r. do 1 stycznia 2025 r."}, {"31 December 2024 – 1 January 2025", "on 31 December 2024 and 1 January 2025"}},
    {"2023-08-08/2024-08-09", {"8. August 2023 – 9. August 2024", "vom 8. August 2023 bis 9. August 2024"}, {"8 sierpnia 2023 r. – 9 sierpnia 2024 r.", "od 8 sierpnia 2023 r. do 9 sierpnia 2024 r."}, {"8 August 2023 – 9 August 2024", "from 8 August 2023 to 9 August 2024"}},
    {"2019-08-09/2019-08-09", {"9. August 2019", "am 9. August 2019"}, {"9 sierpnia 2019 r.", "9 sierpnia 2019 r."}, {"9 August 2019", "on 9 August 2019"}},
    // Months.
    {"2024-03/2024-05", {"März–Mai 2024", "von März bis Mai 2024"}, {"marzec–maj 2024 r.", "od marca do maja 2024 r."}, {"March–May 2024", "from March to May 2024"}},
    {"2024-12/2025-01", {"Dezember 2024 – Januar 2025", "von Dezember 2024 bis Januar 2025"}, {"grudzień 2024 r. – styczeń 2025 r.", "od grudnia 2024 r. do stycznia 2025 r."}, {"December 2024 – January 2025", "from December 2024 to January 2025"}},
    {"2024-03/2025-03", {"März 2024 – März 2025", "von März 2024 bis März 2025"}, {"marzec 2024 r. – marzec 2025 r.", "od marca 2024 r. do marca 2025 r."}, {"March 2024 – March 2025", "from March 2024 to March 2025"}},
    // Seasons.
    {"2024-21/2024-23", {"Frühjahr–Herbst 2024", "vom Frühjahr bis zum Herbst 2024"}, {"wiosna–jesień 2024 r.", "od wiosny do jesieni 2024 r."}, {"spring–autumn 2024", "from spring to autumn 2024"}},
    {"2024-23/2024-24", {"Herbst 2024 – Winter 2024/25", "vom Herbst 2024 bis zum Winter 2024/25"}, {"jesień 2024 r. – zima 2024/2025 r.", "od jesieni 2024 r. do zimy 2024/2025 r."}, {"autumn 2024 – winter 2024/25", "from autumn 2024 to winter 2024/25"}},
    {"2024-24/2025-22", {"Winter 2024/25 – Sommer 2025", "vom Winter 2024/25 bis zum Sommer 2025"}, {"zima 2024/2025 r. – lato 2025 r.", "od zimy 2024/2025 r. do lata 2025 r."}, {"winter 2024/25 – summer 2025", "from winter 2024/25 to summer 2025"}},
    // Years.
    {"2018/2020", {"2018–2020", "von 2018 bis 2020"}, {"lata 2018–2020", "w latach 2018–2020"}, {"2018–2020", "from 2018 to 2020"}},
    {"2018/2018", {"2018", "2018"}, {"2018 r.", "w 2018 r."}, {"2018", "in 2018"}},
    // Mixed precision: every pair.
    {"2018/2020-22", {"2018 – Sommer 2020", "von 2018 bis zum Sommer 2020"}, {"2018 r. – lato 2020 r.", "od 2018 r. do lata 2020 r."}, {"2018 – summer 2020", "from 2018 to summer 2020"}},
    {"2018/2020-03", {"2018 – März 2020", "von 2018 bis März 2020"}, {"2018 r. – marzec 2020 r.", "od 2018 r. do marca 2020 r."}, {"2018 – March 2020", "from 2018 to March 2020"}},
    {"2018/2018-03", {"2018 – März 2018", "von 2018 bis März 2018"}, {"2018 r. – marzec 2018 r.", "od 2018 r. do marca 2018 r."}, {"2018 – March 2018", "from 2018 to March 2018"}},
    {"2018/2020-03-05", {"2018 – 5. März 2020", "von 2018 bis zum 5. März 2020"}, {"2018 r. – 5 marca 2020 r.", "od 2018 r. do 5 marca 2020 r."}, {"2018 – 5 March 2020", "from 2018 to 5 March 2020"}},
    {"2018-22/2020", {"Sommer 2018 – 2020", "vom Sommer 2018 bis 2020"}, {"lato 2018 r. – 2020 r.", "od lata 2018 r. do 2020 r."}, {"summer 2018 – 2020", "from summer 2018 to 2020"}},
    {"2019-21/2019-10", {"Frühjahr – Oktober 2019", "vom Frühjahr bis Oktober 2019"}, {"wiosna – październik 2019 r.", "od wiosny do października 2019 r."}, {"spring – October 2019", "from spring to October 2019"}},
    {"2024-22/2024-10-05", {"Sommer – 5. Oktober 2024", "vom Sommer bis zum 5. Oktober 2024"}, {"lato – 5 października 2024 r.", "od lata do 5 października 2024 r."}, {"summer – 5 October 2024", "from summer to 5 October 2024"}},
    {"2018-03/2020", {"März 2018 – 2020", "von März 2018 bis 2020"}, {"marzec 2018 r. – 2020 r.", "od marca 2018 r. do 2020 r."}, {"March 2018 – 2020", "from March 2018 to 2020"}},
    {"2019-03/2019-23", {"März – Herbst 2019", "von März bis zum Herbst 2019"}, {"marzec – jesień 2019 r.", "od marca do jesieni 2019 r."}, {"March – autumn 2019", "from March to autumn 2019"}},
    {"2019-08/2019-09-05", {"August – 5. September 2019", "von August bis zum 5. September 2019"}, {"sierpień – 5 września 2019 r.", "od sierpnia do 5 września 2019 r."}, {"August – 5 September 2019", "from August to 5 September 2019"}},
    {"2019-08-09/2020", {"9. August 2019 – 2020", "vom 9. August 2019 bis 2020"}, {"9 sierpnia 2019 r. – 2020 r.", "od 9 sierpnia 2019 r. do 2020 r."}, {"9 August 2019 – 2020", "from 9 August 2019 to 2020"}},
    {"2019-04-01/2019-22", {"1. April – Sommer 2019", "vom 1. April bis zum Sommer 2019"}, {"1 kwietnia – lato 2019 r.", "od 1 kwietnia do lata 2019 r."}, {"1 April – summer 2019", "from 1 April to summer 2019"}},
    {"2019-08-09/2019-10", {"9. August – Oktober 2019", "vom 9. August bis Oktober 2019"}, {"9 sierpnia – październik 2019 r.", "od 9 sierpnia do października 2019 r."}, {"9 August – October 2019", "from 9 August to October 2019"}},
    {"2019-08-09/2020-02", {"9. August 2019 – Februar 2020", "vom 9. August 2019 bis Februar 2020"}, {"9 sierpnia 2019 r. – luty 2020 r.", "od 9 sierpnia 2019 r. do lutego 2020 r."}, {"9 August 2019 – February 2020", "from 9 August 2019 to February 2020"}},
};

constexpr Wording qualified_ranges[]{
    // The same on both ends is said once.
    {"2019-08-08?/2019-08-09?", {"vermutlich 8.–9. August 2019", "vermutlich vom 8. bis 9. August 2019"}, {"prawdopodobnie 8–9 sierpnia 2019 r.", "prawdopodobnie w dniach 8–9 sierpnia 2019 r."}, {"probably 8–9 August 2019", "probably on 8 and 9 August 2019"}},
    {"2019-08-08~/2019-08-09~", {"etwa 8.–9. August 2019", "etwa vom 8. bis 9. August 2019"}, {"mniej więcej 8–9 sierpnia 2019 r.", "mniej więcej w dniach 8–9 sierpnia 2019 r."}, {"about 8–9 August 2019", "around 8–9 August 2019"}},
    {"2024-03?/2024-05?", {"vermutlich März–Mai 2024", "vermutlich von März bis Mai 2024"}, {"prawdopodobnie marzec–maj 2024 r.", "prawdopodobnie od marca do maja 2024 r."}, {"probably March–May 2024", "probably from March to May 2024"}},
    {"2024-03%/2024-05%", {"vermutlich etwa März–Mai 2024", "vermutlich etwa von März bis Mai 2024"}, {"prawdopodobnie mniej więcej marzec–maj 2024 r.", "prawdopodobnie mniej więcej od marca do maja 2024 r."}, {"probably about March–May 2024", "probably around March–May 2024"}},
    {"2018?/2020?", {"vermutlich 2018–2020", "vermutlich von 2018 bis 2020"}, {"prawdopodobnie lata 2018–2020", "prawdopodobnie w latach 2018–2020"}, {"probably 2018–2020", "probably from 2018 to 2020"}},
    {"2018~/2020~", {"etwa 2018–2020", "etwa von 2018 bis 2020"}, {"mniej więcej lata 2018–2020", "mniej więcej w latach 2018–2020"}, {"about 2018–2020", "around 2018–2020"}},
    {"2018~/2018~", {"um 2018", "um 2018"}, {"około 2018 r.", "około 2018 r."}, {"about 2018", "around 2018"}},
    // Different ones stand where they belong.
    {"2018?/2020~", {"2018 (vermutlich) – 2020 (ungefähr)", "von 2018 (vermutlich) bis 2020 (ungefähr)"}, {"2018 r. (prawdopodobnie) – 2020 r. (w przybliżeniu)", "od 2018 r. (prawdopodobnie) do 2020 r. (w przybliżeniu)"}, {"2018 (probably) – 2020 (approximately)", "from 2018 (probably) to 2020 (approximately)"}},
    {"2019-08-08/2019-08-10?", {"8. August 2019 – 10. August 2019 (vermutlich)", "vom 8. August 2019 bis 10. August 2019 (vermutlich)"}, {"8 sierpnia 2019 r. – 10 sierpnia 2019 r. (prawdopodobnie)", "od 8 sierpnia 2019 r. do 10 sierpnia 2019 r. (prawdopodobnie)"}, {"8 August 2019 – 10 August 2019 (probably)", "from 8 August 2019 to 10 August 2019 (probably)"}},
    {"2024-03%/2024-22", {"März 2024 (vermutlich, ungefähr) – Sommer 2024", "von März 2024 (vermutlich, ungefähr) bis zum Sommer 2024"}, {"marzec 2024 r. (prawdopodobnie, w przybliżeniu) – lato 2024 r.", "od marca 2024 r. (prawdopodobnie, w przybliżeniu) do lata 2024 r."}, {"March 2024 (probably, approximately) – summer 2024", "from March 2024 (probably, approximately) to summer 2024"}},
};

constexpr Wording half_known[]{
    {"2017-07/..", {"seit Juli 2017", "seit Juli 2017"}, {"od lipca 2017 r.", "od lipca 2017 r."}, {"since July 2017", "since July 2017"}},
    {"2017-07-01/..", {"seit 1. Juli 2017", "seit dem 1. Juli 2017"}, {"od 1 lipca 2017 r.", "od 1 lipca 2017 r."}, {"since 1 July 2017", "since 1 July 2017"}},
    {"2017-22/..", {"seit Sommer 2017", "seit dem Sommer 2017"}, {"od lata 2017 r.", "od lata 2017 r."}, {"since summer 2017", "since summer 2017"}},
    {"2017/..", {"seit 2017", "seit 2017"}, {"od 2017 r.", "od 2017 r."}, {"since 2017", "since 2017"}},
    {"../2017-07", {"bis Juli 2017", "bis Juli 2017"}, {"do lipca 2017 r.", "do lipca 2017 r."}, {"until July 2017", "until July 2017"}},
    {"../2017-07-01", {"bis 1. Juli 2017", "bis zum 1. Juli 2017"}, {"do 1 lipca 2017 r.", "do 1 lipca 2017 r."}, {"until 1 July 2017", "until 1 July 2017"}},
    {"../2017-24", {"bis Winter 2017/18", "bis zum Winter 2017/18"}, {"do zimy 2017/2018 r.", "do zimy 2017/2018 r."}, {"until winter 2017/18", "until winter 2017/18"}},
    {"../2017", {"bis 2017", "bis 2017"}, {"do 2017 r.", "do 2017 r."}, {"until 2017", "until 2017"}},
    {"2017-07/", {"ab Juli 2017 (Ende unbekannt)", "ab Juli 2017 (Ende unbekannt)"}, {"od lipca 2017 r. (data zakończenia nieznana)", "od lipca 2017 r. (data zakończenia nieznana)"}, {"from July 2017 (end unknown)", "from July 2017 (end unknown)"}},
    {"2017-07-01/", {"ab 1. Juli 2017 (Ende unbekannt)", "ab dem 1. Juli 2017 (Ende unbekannt)"}, {"od 1 lipca 2017 r. (data zakończenia nieznana)", "od 1 lipca 2017 r. (data zakończenia nieznana)"}, {"from 1 July 2017 (end unknown)", "from 1 July 2017 (end unknown)"}},
    {"/2017-07-01", {"bis 1. Juli 2017 (Beginn unbekannt)", "bis zum 1. Juli 2017 (Beginn unbekannt)"}, {"do 1 lipca 2017 r. (data rozpoczęcia nieznana)", "do 1 lipca 2017 r. (data rozpoczęcia nieznana)"}, {"until 1 July 2017 (start unknown)", "until 1 July 2017 (start unknown)"}},
    {"2017-07?/..", {"vermutlich seit Juli 2017", "vermutlich seit Juli 2017"}, {"prawdopodobnie od lipca 2017 r.", "prawdopodobnie od lipca 2017 r."}, {"probably since July 2017", "probably since July 2017"}},
    {"2017-07-01~/..", {"etwa seit 1. Juli 2017", "etwa seit dem 1. Juli 2017"}, {"mniej więcej od 1 lipca 2017 r.", "mniej więcej od 1 lipca 2017 r."}, {"since about 1 July 2017", "since about 1 July 2017"}},
    {"../2017~", {"etwa bis 2017", "etwa bis 2017"}, {"mniej więcej do 2017 r.", "mniej więcej do 2017 r."}, {"until about 2017", "until about 2017"}},
    {"2017%/", {"vermutlich etwa ab 2017 (Ende unbekannt)", "vermutlich etwa ab 2017 (Ende unbekannt)"}, {"prawdopodobnie mniej więcej od 2017 r. (data zakończenia nieznana)", "prawdopodobnie mniej więcej od 2017 r. (data zakończenia nieznana)"}, {"probably from about 2017 (end unknown)", "probably from about 2017 (end unknown)"}},
};
// clang-format on

template <std::size_t N> void expect_all(const Wording (&wordings)[N]) {
    for (const Wording& wording : wordings) {
        SCOPED_TRACE(wording.edtf);
        const auto date = PartialDate::parse(wording.edtf);
        ASSERT_TRUE(date) << date.error().key;
        EXPECT_EQ(in_words(*date, languages::german, DatePhrase::standalone), wording.german.standalone);
        EXPECT_EQ(in_words(*date, languages::german, DatePhrase::in_sentence), wording.german.in_sentence);
        EXPECT_EQ(in_words(*date, languages::polish, DatePhrase::standalone), wording.polish.standalone);
        EXPECT_EQ(in_words(*date, languages::polish, DatePhrase::in_sentence), wording.polish.in_sentence);
        EXPECT_EQ(in_words(*date, languages::english, DatePhrase::standalone), wording.english.standalone);
        EXPECT_EQ(in_words(*date, languages::english, DatePhrase::in_sentence), wording.english.in_sentence);
    }
}

TEST(PartialDateWords, SinglePoints) { expect_all(points); }
TEST(PartialDateWords, EveryMonth) { expect_all(months); }
TEST(PartialDateWords, ADayOfEveryMonth) { expect_all(days_of_each_month); }
TEST(PartialDateWords, UncertainAndApproximatePoints) { expect_all(qualified_points); }
TEST(PartialDateWords, RangesShareWhatTheyHaveInCommon) { expect_all(ranges); }
TEST(PartialDateWords, UncertainAndApproximateRanges) { expect_all(qualified_ranges); }
TEST(PartialDateWords, OpenAndUnknownEnds) { expect_all(half_known); }

TEST(PartialDateWords, OtherLanguagesGetTheEdtfText) {
    for (const std::string_view text : {"2019-08-08/2019-08-09", "2018~", "2024-22"})
        EXPECT_EQ(in_words(*PartialDate::parse(text), *Language::parse("cs"), DatePhrase::in_sentence), text);
    EXPECT_EQ(in_words(*PartialDate::parse("2018"), Language{}, DatePhrase::standalone), "2018");
}

/// Every pair of kinds of ends and qualifiers says something, and different dates are said differently.
TEST(PartialDateWords, EveryCombinationIsSaidAndNoTwoAlike) {
    std::vector<std::string> starts{"", ".."}, ends{"", ".."}, dates;
    for (const std::string_view qualifier : {"", "?", "~", "%"}) {
        for (const std::string_view start : {"2018", "2018-22", "2018-03", "2018-03-05"})
            starts.push_back(std::string(start) + std::string(qualifier));
        for (const std::string_view end : {"2019", "2019-22", "2019-03", "2019-03-06"})
            ends.push_back(std::string(end) + std::string(qualifier));
    }
    for (const std::string& start : starts)
        for (const std::string& end : ends)
            if (start.size() > 2 || end.size() > 2) dates.push_back(start + '/' + end);
    ASSERT_EQ(dates.size(), 18U * 18U - 4U);
    for (const Language language : {languages::german, languages::polish, languages::english}) {
        for (const DatePhrase phrase : {DatePhrase::standalone, DatePhrase::in_sentence}) {
            std::map<std::string, std::string> said;
            for (const std::string& text : dates) {
                const auto date = PartialDate::parse(text);
                ASSERT_TRUE(date) << text;
                const std::string words = in_words(*date, language, phrase);
                EXPECT_TRUE(valid_utf8(words)) << text;
                EXPECT_EQ(words.find("  "), std::string::npos) << words;
                EXPECT_EQ(words.find("\u00A0"), std::string::npos) << words;
                const auto [other, is_new] = said.emplace(words, text);
                EXPECT_TRUE(is_new) << language.tag() << ": " << text << " and " << other->second << " are both "
                                    << words;
            }
        }
    }
}

} // namespace
} // namespace interregio
