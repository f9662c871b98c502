#include "platform/locale/icu_words.h"

#include <array>
#include <cctype>
#include <cmath>
#include <stdexcept>
#include <unicode/coll.h>
#include <unicode/locdspnm.h>
#include <unicode/numberformatter.h>

namespace interregio {
namespace {

/// The region decides the separators; each language is written as in the country it is named after here. British
/// English for English.
icu::Locale locale_of(Language language) {
    const std::string tag(language.tag());
    return tag == "en" ? icu::Locale("en", "GB") : icu::Locale(tag.c_str());
}

std::string utf8(const icu::UnicodeString& text) {
    std::string out;
    text.toUTF8String(out);
    return out;
}

icu::number::LocalizedNumberFormatter formatter(const icu::Locale& locale, int most_decimals) {
    return icu::number::NumberFormatter::withLocale(locale).precision(
        icu::number::Precision::maxFraction(most_decimals));
}

void check(UErrorCode error) {
    if (U_FAILURE(error)) throw std::runtime_error(std::string("ICU: ") + u_errorName(error));
}

} // namespace

struct IcuWords::State {
    explicit State(Language language)
        : locale(locale_of(language)), numbers(formatter(locale, 3)), sizes(formatter(locale, 1)),
          names(icu::LocaleDisplayNames::createInstance(locale)) {
        UErrorCode error = U_ZERO_ERROR;
        collator.reset(icu::Collator::createInstance(locale, error));
        check(error);
    }

    icu::Locale locale;
    icu::number::LocalizedNumberFormatter numbers;
    icu::number::LocalizedNumberFormatter sizes;
    std::unique_ptr<icu::LocaleDisplayNames> names;
    std::unique_ptr<icu::Collator> collator;
};

IcuWords::IcuWords(Language language) : state_(std::make_unique<State>(language)) {}
IcuWords::~IcuWords() = default;

std::string IcuWords::number(double value) const {
    UErrorCode error = U_ZERO_ERROR;
    const auto formatted = state_->numbers.formatDouble(value, error).toString(error);
    check(error);
    return utf8(formatted);
}

std::string IcuWords::file_size(std::int64_t bytes) const {
    constexpr std::array<const char*, 4> units{"B", "kB", "MB", "GB"};
    double value = static_cast<double>(bytes);
    std::size_t unit = 0;
    // 999.5 would round to 1000 of the unit; it is one of the next.
    while (unit + 1 < units.size() && value >= (unit == 0 ? 1000 : 999.5)) {
        value /= 1000;
        ++unit;
    }
    if (unit == 1) value = std::max(1.0, std::round(value));
    UErrorCode error = U_ZERO_ERROR;
    const auto formatted = state_->sizes.formatDouble(value, error).toString(error);
    check(error);
    return utf8(formatted) + "\u00A0" + units[unit];
}

std::string IcuWords::language_name(Language language) const {
    icu::UnicodeString name;
    state_->names->languageDisplayName(std::string(language.tag()).c_str(), name);
    return utf8(name);
}

std::string IcuWords::country_name(std::string_view code) const {
    icu::UnicodeString name;
    state_->names->regionDisplayName(std::string(code).c_str(), name);
    return utf8(name);
}

std::vector<std::string> IcuWords::country_codes() {
    std::vector<std::string> codes;
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) codes.emplace_back(*code);
    return codes;
}

bool IcuWords::sorts_before(std::string_view a, std::string_view b) const {
    UErrorCode error = U_ZERO_ERROR;
    const auto order = state_->collator->compareUTF8({a.data(), static_cast<std::int32_t>(a.size())},
                                                     {b.data(), static_cast<std::int32_t>(b.size())}, error);
    check(error);
    return order == UCOL_LESS;
}

std::string IcuWords::sort_key(std::string_view text) const {
    const auto words = icu::UnicodeString::fromUTF8({text.data(), static_cast<std::int32_t>(text.size())});
    std::string key(3 * text.size() + 16, '\0');
    const auto write = [&] {
        return state_->collator->getSortKey(words, reinterpret_cast<std::uint8_t*>(key.data()),
                                            static_cast<std::int32_t>(key.size()));
    };
    const auto needed = static_cast<std::size_t>(write()); // with a NUL at the end
    if (needed > key.size()) {
        key.resize(needed);
        write();
    }
    key.resize(needed == 0 ? 0 : needed - 1);
    return key;
}

} // namespace interregio
