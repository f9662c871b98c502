#pragma once
// Which records have a word, and with which weight: a list that only grows, some two bytes for each.

#include "modules/search/entry.h"

#include <cstdint>
#include <string>

namespace interregio::search {

class Postings {
  public:
    /// `document` must be greater than the last one.
    void append(std::uint32_t document, std::uint8_t weight) {
        append_number(bytes_, document - last_);
        bytes_ += static_cast<char>(weight);
        last_ = document;
        ++count_;
    }
    /// With those whose entry has been replaced or removed since.
    [[nodiscard]] std::uint32_t count() const { return count_; }
    [[nodiscard]] std::size_t bytes() const { return bytes_.capacity(); }
    void give_back_spare_memory() { bytes_.shrink_to_fit(); }

    /// Calls with each document and weight, in order.
    template <class Action> void each(const Action& action) const {
        (void)any([&](std::uint32_t document, std::uint8_t weight) {
            action(document, weight);
            return false;
        });
    }
    /// Whether the condition holds for one of them; asks no further then.
    template <class Condition> [[nodiscard]] bool any(const Condition& condition) const {
        const char* at = bytes_.data();
        const char* const end = at + bytes_.size();
        std::uint32_t document = 0;
        while (at != end) {
            std::uint32_t step = 0;
            for (unsigned shift = 0;; shift += 7) {
                const auto byte = static_cast<std::uint8_t>(*at++);
                step |= static_cast<std::uint32_t>(byte & 0x7F) << shift;
                if (byte < 0x80) break;
            }
            document += step;
            if (condition(document, static_cast<std::uint8_t>(*at++))) return true;
        }
        return false;
    }

  private:
    std::string bytes_;
    std::uint32_t last_ = 0;
    std::uint32_t count_ = 0;
};

} // namespace interregio::search
