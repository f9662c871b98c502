#include "modules/search/entry.h"

namespace interregio::search {
namespace {

void append_text(std::string& out, std::string_view text) {
    append_number(out, text.size());
    out += text;
}

/// Reads what encoded() wrote; after the first thing that does not fit, everything is empty.
class Decoder {
  public:
    explicit Decoder(std::string_view bytes) : bytes_(bytes) {}

    std::uint64_t number() {
        const auto found = read_number(bytes_, at_);
        if (!found) broken_ = true;
        return found.value_or(0);
    }
    /// A number of things, each of which takes at least a byte.
    std::size_t count() {
        const auto found = number();
        if (found <= bytes_.size() - at_) return static_cast<std::size_t>(found);
        broken_ = true;
        return 0;
    }
    std::string text() {
        const auto length = count();
        const auto found = bytes_.substr(at_, length);
        at_ += length;
        return std::string(found);
    }
    std::uint8_t byte() {
        if (at_ < bytes_.size()) return static_cast<std::uint8_t>(bytes_[at_++]);
        broken_ = true;
        return 0;
    }
    [[nodiscard]] bool whole() const { return !broken_ && at_ == bytes_.size(); }

  private:
    std::string_view bytes_;
    std::size_t at_ = 0;
    bool broken_ = false;
};

} // namespace

void append_number(std::string& out, std::uint64_t number) {
    for (; number >= 0x80; number >>= 7) out += static_cast<char>((number & 0x7F) | 0x80);
    out += static_cast<char>(number);
}

std::optional<std::uint64_t> read_number(std::string_view bytes, std::size_t& at) {
    std::uint64_t number = 0;
    for (unsigned shift = 0; at < bytes.size() && shift < 64; shift += 7) {
        const auto byte = static_cast<std::uint8_t>(bytes[at++]);
        number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return number;
    }
    return std::nullopt;
}

std::string encoded(const Entry& entry) {
    std::string out;
    append_number(out, static_cast<std::uint64_t>(entry.kind));
    append_text(out, entry.kind_word);
    append_text(out, entry.day);
    append_number(out, entry.sections.size());
    for (const Section& section : entry.sections) {
        append_text(out, section.language);
        append_number(out, section.words.size());
        std::uint32_t before = 0;
        for (const auto& [number, weight] : section.words) {
            append_number(out, number - before);
            out += static_cast<char>(weight);
            before = number;
        }
    }
    append_number(out, entry.names.size());
    for (const auto& name : entry.names) append_text(out, name);
    return out;
}

std::optional<Entry> decoded(std::string_view bytes) {
    Decoder decoder(bytes);
    Entry entry;
    const auto kind = decoder.number();
    if (kind >= all_record_kinds.size()) return std::nullopt;
    entry.kind = static_cast<RecordKind>(kind);
    entry.kind_word = decoder.text();
    entry.day = decoder.text();
    entry.sections.resize(decoder.count());
    for (Section& section : entry.sections) {
        section.language = decoder.text();
        section.words.resize(decoder.count());
        std::uint64_t number = 0;
        for (auto& word : section.words) {
            number += decoder.number();
            word.number = static_cast<std::uint32_t>(number);
            word.weight = decoder.byte();
        }
    }
    entry.names.resize(decoder.count());
    for (auto& name : entry.names) name = decoder.text();
    return decoder.whole() ? std::optional(std::move(entry)) : std::nullopt;
}

} // namespace interregio::search
