#include "platform/language/dictionary.h"

#include "base/embedded_file.h"

#include <cerrno>
#include <hunspell/hunspell.hxx>
#include <mutex>
#include <stdexcept>
#include <sys/mman.h>
#include <system_error>
#include <unicode/ucnv.h>
#include <unicode/unistr.h>
#include <unistd.h>

namespace interregio::embedded::dictionaries {
std::span<const EmbeddedFile> files();
}

namespace interregio::language {
namespace {

std::string_view embedded_file(const std::string& name) {
    for (const EmbeddedFile& file : embedded::dictionaries::files())
        if (file.name == name) return file.contents;
    throw std::runtime_error("no dictionary inside the program: " + name);
}

/// Hunspell reads only files: this one is in memory and has a name as long as it lives (memfd_create(2)).
class MemoryFile {
  public:
    explicit MemoryFile(std::string_view contents) : descriptor_(memfd_create("dictionary", MFD_CLOEXEC)) {
        if (descriptor_ < 0) throw std::system_error(errno, std::generic_category(), "memfd_create");
        while (!contents.empty()) {
            const auto written = write(descriptor_, contents.data(), contents.size());
            if (written < 0 && errno == EINTR) continue;
            if (written <= 0) {
                close(descriptor_);
                throw std::system_error(errno, std::generic_category(), "writing a dictionary into memory");
            }
            contents.remove_prefix(static_cast<std::size_t>(written));
        }
    }
    ~MemoryFile() { close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

  private:
    int descriptor_;
};

} // namespace

struct Dictionary::State {
    State(const MemoryFile& rules, const MemoryFile& words) : hunspell(rules.path().c_str(), words.path().c_str()) {
        UErrorCode error = U_ZERO_ERROR;
        converter = ucnv_open(hunspell.get_dict_encoding().c_str(), &error);
        if (U_FAILURE(error)) throw std::runtime_error("a dictionary in an encoding that ICU does not know");
        // A letter that the encoding lacks stops the conversion, rather than becoming a question mark.
        ucnv_setFromUCallBack(converter, UCNV_FROM_U_CALLBACK_STOP, nullptr, nullptr, nullptr, &error);
    }
    ~State() { ucnv_close(converter); }
    State(const State&) = delete;
    State& operator=(const State&) = delete;

    /// Empty when the encoding cannot write the word.
    std::string encoded(std::string_view word) {
        UErrorCode error = U_ZERO_ERROR;
        const auto text = icu::UnicodeString::fromUTF8({word.data(), static_cast<std::int32_t>(word.size())});
        std::string out(static_cast<std::size_t>(text.length()) * 4 + 4, '\0');
        const auto length = ucnv_fromUChars(converter, out.data(), static_cast<std::int32_t>(out.size()),
                                            text.getBuffer(), text.length(), &error);
        if (U_FAILURE(error)) return {};
        out.resize(static_cast<std::size_t>(length));
        return out;
    }
    std::string decoded(const std::string& word) {
        UErrorCode error = U_ZERO_ERROR;
        const icu::UnicodeString text(word.data(), static_cast<std::int32_t>(word.size()), converter, error);
        std::string out;
        if (U_SUCCESS(error)) text.toUTF8String(out);
        return out;
    }

    Hunspell hunspell;
    UConverter* converter = nullptr;
    std::mutex mutex;
};

Dictionary::Dictionary(std::string_view name) {
    const MemoryFile rules(embedded_file(std::string(name) + ".aff"));
    const MemoryFile words(embedded_file(std::string(name) + ".dic"));
    state_ = std::make_unique<State>(rules, words);
}
Dictionary::~Dictionary() = default;

std::vector<std::string> Dictionary::stems(std::string_view word) {
    const std::scoped_lock lock(state_->mutex);
    std::vector<std::string> found;
    const auto encoded = state_->encoded(word);
    if (encoded.empty()) return found;
    for (const auto& stem : state_->hunspell.stem(encoded))
        if (auto decoded = state_->decoded(stem); !decoded.empty()) found.push_back(std::move(decoded));
    return found;
}

} // namespace interregio::language
