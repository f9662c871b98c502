// Input: up to two dates, one a line. Whatever is accepted must be written as it was read, lie within its own bounds,
// compare in one consistent order and read well in every language.

#include "base/assert.h"
#include "base/partial_date.h"
#include "base/partial_date_words.h"
#include "base/utf8.h"
#include "date_refusal.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace {

using namespace interregio;

void check_words(const PartialDate& date) {
    for (const Language language : {languages::german, languages::polish, languages::english, Language{}})
        for (const DatePhrase phrase : {DatePhrase::standalone, DatePhrase::in_sentence}) {
            const std::string words = in_words(date, language, phrase);
            INTERREGIO_ASSERT(!words.empty() && valid_utf8(words), "the date has words");
            INTERREGIO_ASSERT(words.front() != ' ' && words.back() != ' ', "no blank at the ends");
            INTERREGIO_ASSERT(words.find("  ") == std::string::npos, "no two blanks");
        }
}

void check_date(std::string_view text, const PartialDate& date) {
    INTERREGIO_ASSERT(date.edtf() == text, "written as it was read");
    INTERREGIO_ASSERT(PartialDate::parse(date.edtf()) == date, "read as it was written");
    INTERREGIO_ASSERT(date.first_day().ok() && date.last_day().ok(), "begins and ends on days that exist");
    INTERREGIO_ASSERT(date.first_day() <= date.last_day(), "does not end before it begins");
    INTERREGIO_ASSERT(parse_iso_day(iso_day(date.first_day())) == date.first_day(), "the first day can be exchanged");
    INTERREGIO_ASSERT(parse_iso_day(iso_day(date.last_day())) == date.last_day(), "the last day can be exchanged");
    INTERREGIO_ASSERT((date <=> date) == 0, "equal to itself");
    check_words(date);
}

void check_order(const PartialDate& a, const PartialDate& b) {
    INTERREGIO_ASSERT((a < b) == (b > a) && !(a < b && b < a), "asymmetric");
    INTERREGIO_ASSERT((a == b) == ((a <=> b) == 0), "equal just when neither is less");
    INTERREGIO_ASSERT((a == b) == (a.edtf() == b.edtf()), "equal just when written alike");
    if (a.first_day() < b.first_day()) INTERREGIO_ASSERT(a < b, "by earliest possible day first");
    // Transitive with one more date, which both are likely to be compared to.
    const PartialDate c = *PartialDate::parse("2019-08");
    if (a < b && b < c) INTERREGIO_ASSERT(a < c, "transitive");
    if (c < a && a < b) INTERREGIO_ASSERT(c < b, "transitive");
    if (a < c && c < b) INTERREGIO_ASSERT(a < b, "transitive");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const std::size_t newline = input.find('\n');
    const std::string_view texts[]{input.substr(0, newline),
                                   newline == std::string_view::npos ? std::string_view{} : input.substr(newline + 1)};
    std::optional<PartialDate> dates[2];
    for (int i = 0; i < 2; ++i) {
        const auto date = PartialDate::parse(texts[i]);
        if (date) {
            check_date(texts[i], *date);
            dates[i] = *date;
        } else {
            check_date_refusal(date.error());
        }
        if (const auto day = parse_iso_day(texts[i])) INTERREGIO_ASSERT(iso_day(*day) == texts[i], "one form of a day");
    }
    if (dates[0] && dates[1]) check_order(*dates[0], *dates[1]);
    return 0;
}
