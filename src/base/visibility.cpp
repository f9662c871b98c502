#include "base/visibility.h"

namespace interregio {

std::string scope_text(const Scope& scope) {
    if (const auto* organisation = std::get_if<Id<Organisation>>(&scope)) return "organisation/" + organisation->text();
    return "partnership/" + std::get<Id<Partnership>>(scope).text();
}

std::optional<Scope> parse_scope(std::string_view text) {
    const auto slash = text.find('/');
    const auto id = slash == std::string_view::npos ? std::nullopt : Uuid::parse(text.substr(slash + 1));
    if (!id) return std::nullopt;
    if (text.substr(0, slash) == "organisation") return Id<Organisation>(*id);
    if (text.substr(0, slash) == "partnership") return Id<Partnership>(*id);
    return std::nullopt;
}

} // namespace interregio
