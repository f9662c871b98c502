#pragma once
// Who may see a record or a text. Values; safe to use from any thread.

#include "base/id.h"

#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace interregio {

struct Organisation;
struct Partnership;

/// An organisation, or a partnership with all its parties: what roles are given for and what things are shown to.
using Scope = std::variant<Id<Organisation>, Id<Partnership>>;
/// "organisation/…" or "partnership/…", with the id: for forms. And back; nothing for what is none.
[[nodiscard]] std::string scope_text(const Scope& scope);
[[nodiscard]] std::optional<Scope> parse_scope(std::string_view text);

/// Public, shared among the parties of a partnership, or internal to one organisation.
struct Visibility {
    std::optional<Scope> only{}; ///< nothing: public

    [[nodiscard]] bool is_public() const { return !only; }
    friend bool operator==(const Visibility&, const Visibility&) = default;
};

} // namespace interregio
