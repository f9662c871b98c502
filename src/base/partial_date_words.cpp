#include "base/partial_date_words.h"

#include "base/partial_date_wording.h"

namespace interregio {
namespace {

const DateWording* wording_of(Language language) {
    if (language == languages::german) return &german_date_wording();
    if (language == languages::polish) return &polish_date_wording();
    if (language == languages::english) return &english_date_wording();
    return nullptr;
}

} // namespace

std::string in_words(const PartialDate& date, Language language, DatePhrase phrase) {
    const DateWording* wording = wording_of(language);
    if (!wording) return date.edtf();
    const auto& start = date.start();
    const auto& end = date.end();
    if (!date.interval() || start == end) return wording->point(*start, phrase);
    if (!start) return wording->ending(*end, date.start_kind(), phrase);
    if (!end) return wording->beginning(*start, date.end_kind(), phrase);
    if (start->qualifier == end->qualifier) return wording->range(*start, *end, phrase);
    return wording->differently_sure_range(*start, *end, phrase);
}

} // namespace interregio
