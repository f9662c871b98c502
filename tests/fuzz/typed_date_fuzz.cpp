// Input: a letter for the reader (d, p, e, anything else is no language of ours) and what the reader typed. Whatever is
// read must be a date that has words, and these words must read back as that date.

#include "base/assert.h"
#include "base/partial_date_words.h"
#include "base/typed_date.h"
#include "date_refusal.h"

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace {

using namespace interregio;

Language reader_for(char letter) {
    switch (letter) {
    case 'd':
        return languages::german;
    case 'p':
        return languages::polish;
    case 'e':
        return languages::english;
    default:
        return Language{};
    }
}

/// Years before 1000 and intervals from a point to itself are said otherwise than they are typed (see the header).
bool words_say_all(const PartialDate& date) {
    const bool early = (date.start() && date.start()->year < 1000) || (date.end() && date.end()->year < 1000);
    return !early && !(date.interval() && date.start() == date.end());
}

void check_date(const PartialDate& date) {
    INTERREGIO_ASSERT(PartialDate::parse(date.edtf()) == date, "a date that EDTF can write");
    INTERREGIO_ASSERT(read_typed_date(date.edtf(), Language{}) == date, "EDTF is read as it is");
    if (!words_say_all(date)) return;
    for (const Language language : {languages::german, languages::polish, languages::english})
        for (const DatePhrase phrase : {DatePhrase::standalone, DatePhrase::in_sentence})
            for (const Language reader : {language, languages::german, Language{}})
                INTERREGIO_ASSERT(read_typed_date(in_words(date, language, phrase), reader) == date,
                                  "the words read back");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size == 0) return 0;
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const auto date = read_typed_date(input.substr(1), reader_for(input.front()));
    if (date)
        check_date(*date);
    else
        check_date_refusal(date.error());
    return 0;
}
