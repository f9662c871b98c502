#pragma once
// A Hunspell dictionary from the files inside the program. Internal to platform/language.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace interregio::language {

/// Safe from any thread; one word at a time.
class Dictionary {
  public:
    /// `name` is that of the files: "pl_PL". Throws std::runtime_error when they are not there or cannot be read.
    explicit Dictionary(std::string_view name);
    ~Dictionary();
    Dictionary(const Dictionary&) = delete;
    Dictionary& operator=(const Dictionary&) = delete;

    /// The words of the dictionary that `word` is a form of; none when it knows it not.
    [[nodiscard]] std::vector<std::string> stems(std::string_view word);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace interregio::language
