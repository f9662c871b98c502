#pragma once
// The XML of XLSX files, told to a listener while it is read; by Expat. Internal to this folder.

#include "base/refusal.h"

#include <memory>
#include <optional>
#include <string_view>

namespace interregio::spreadsheet {

/// Attributes of one element, by local name: namespaces do not matter to what is read here, and the two editions of the
/// standard (ECMA-376 Transitional and Strict) name them differently.
class XmlAttributes {
  public:
    explicit XmlAttributes(const char* const* pairs) : pairs_(pairs) {}
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const;

  private:
    const char* const* pairs_;
};

class XmlListener {
  public:
    virtual ~XmlListener() = default;

    /// Names are local ones.
    virtual void begin(std::string_view name, const XmlAttributes& attributes) = 0;
    virtual void end(std::string_view name) = 0;
    /// May come in pieces.
    virtual void text(std::string_view) {}

    /// What the listener will not have: reading ends there.
    [[nodiscard]] const std::optional<Refusal>& refused() const { return refused_; }

  protected:
    /// The first that is told is kept.
    void refuse(std::optional<Refusal> refusal) {
        if (!refused_) refused_ = std::move(refusal);
    }

  private:
    std::optional<Refusal> refused_;
};

/// One document. A document type declaration, and with it every entity of one's own, is refused, and so are XML within
/// more than 100 elements and a tag or comment of half a megabyte. Pieces are to be smaller than that.
class XmlReader {
  public:
    /// The listener must live as long as the reader.
    explicit XmlReader(XmlListener& listener);
    ~XmlReader();

    enum class Piece { more_follows, last };
    /// Gives what is wrong: what the listener refused, or refusal.spreadsheet.broken. Passes on what a listener throws.
    [[nodiscard]] std::optional<Refusal> read(std::string_view bytes, Piece piece);

  private:
    struct State;
    std::unique_ptr<State> state_;
};

} // namespace interregio::spreadsheet
