#pragma once
// The words of the interface: gettext catalogues (locales/*.po), compiled into the program. A message key is looked up
// in the catalogue of one language; {placeholders} are filled by name.

#include "base/language.h"
#include "base/refusal.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace interregio {

/// The catalogue of one language. Immutable, safe from any thread, alive as long as the program.
class Catalogue {
  public:
    using Arguments = Refusal::Arguments;

    /// The catalogue of a language, or nullptr when the program does not speak it.
    [[nodiscard]] static const Catalogue* find(Language language);
    /// As find(); English where the program does not speak the language: for commands, whose language is the user's.
    [[nodiscard]] static const Catalogue& nearest(Language language);
    /// The languages the program speaks, by tag.
    [[nodiscard]] static const std::vector<Language>& spoken();

    [[nodiscard]] Language language() const { return language_; }

    /// The message, with its placeholders filled. A key without a message gives the key itself; a test finds those.
    [[nodiscard]] std::string text(std::string_view key, const Arguments& arguments = {}) const;
    /// The plural form that the language uses for `count` (gettext plural rules); {count} is filled with the number
    /// written as the language groups digits.
    [[nodiscard]] std::string count(std::string_view key, std::int64_t count, const Arguments& arguments = {}) const;
    [[nodiscard]] std::string text(const Refusal& refusal) const { return text(refusal.key, refusal.arguments); }
    /// Whether the catalogue holds the key.
    [[nodiscard]] bool holds(std::string_view key) const;

    /// Numbers as the language writes them (ICU): 2554 -> "2.554", "2554", "2,554".
    [[nodiscard]] std::string number(double value) const;
    /// A file size: "48 kB", "1,2 MB" (SI prefixes).
    [[nodiscard]] std::string file_size(std::int64_t bytes) const;
    /// The name of a language in this language, as it stands within a sentence: "Polnisch", "polski", "Polish" (ICU).
    [[nodiscard]] std::string language_name(Language language) const;
    /// The name of a country (ISO 3166-1 alpha-2), or the code itself when unknown (ICU).
    [[nodiscard]] std::string country_name(std::string_view code) const;
    /// The codes of all countries (ISO 3166-1 alpha-2), by code.
    [[nodiscard]] static const std::vector<std::string>& countries();
    /// Less-than by the language's collation (ICU): Ł after L in Polish, Ö with O in German.
    [[nodiscard]] bool sorts_before(std::string_view a, std::string_view b) const;
    /// Bytes that compare, without regard to language, as sorts_before() compares the texts: for sorting many.
    [[nodiscard]] std::string sort_key(std::string_view text) const;

  private:
    struct Data;
    explicit Catalogue(Language language);
    Language language_;
    std::shared_ptr<const Data> data_;
    friend struct Catalogues;
};

} // namespace interregio
