#pragma once
// How a PartialDate reads in German, Polish and English. Other languages get the EDTF text.

#include "base/language.h"
#include "base/partial_date.h"

#include <string>

namespace interregio {

enum class DatePhrase {
    standalone, ///< "Oktober 2025", "październik 2025 r.", "8.–9. August 2019", "7–8 May 2021"
    in_sentence ///< "im Oktober 2025", "w październiku 2025 r.", "vom 8. bis 9. August 2019", "on 9 August 2019"
};

/// The date in words, as plain text (not escaped), with plain spaces and en dashes. It begins with a lower-case letter
/// wherever the language does so within a sentence ("lato 2024 r.", "seit Juli 2017"). Polish dates end in the
/// abbreviation "r.", whose full stop also ends a sentence: add no second one.
/// Ranges share what they have in common: "28. Februar – 2. März 2024", "Dezember 2024 – Januar 2025"; in a sentence
/// "od 28 lutego do 2 marca 2024 r.", "from March to May 2024", but "on 8 and 9 August 2019" for two days in a row.
/// A winter names both its years: "Winter 2024/25", "zima 2024/2025 r.", "winter 2024/25".
/// Open: "seit Juli 2017", "do lipca 2017 r."; unknown: "from July 2017 (end unknown)".
/// Uncertain and approximate dates say so: "vermutlich Juni 2022", "um 2018", "prawdopodobnie czerwiec 2022 r.",
/// "około 2018 r.", "probably June 2022", "about 2018" (in a sentence "around 2018").
[[nodiscard]] std::string in_words(const PartialDate& date, Language language, DatePhrase phrase);

} // namespace interregio
