#pragma once
// What ICU knows of a language: numbers, names of languages and countries, the order of words. A part of catalogue.cpp,
// kept apart so that ICU's headers stay out of the rest. Immutable after it was made, safe from any thread.

#include "base/language.h"

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace interregio {

class IcuWords {
  public:
    explicit IcuWords(Language language);
    ~IcuWords();
    IcuWords(const IcuWords&) = delete;
    IcuWords& operator=(const IcuWords&) = delete;

    [[nodiscard]] std::string number(double value) const;
    [[nodiscard]] std::string file_size(std::int64_t bytes) const;
    [[nodiscard]] std::string language_name(Language language) const;
    [[nodiscard]] std::string country_name(std::string_view code) const;
    [[nodiscard]] static std::vector<std::string> country_codes();
    [[nodiscard]] bool sorts_before(std::string_view a, std::string_view b) const;
    [[nodiscard]] std::string sort_key(std::string_view text) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace interregio
