#pragma once
// Who may ask for a route. Said where the route is registered, so that nobody has to remember it elsewhere
// (docs/adr/0026). A value; what the roles may do, and who has them, is not known here.

#include <optional>
#include <string_view>

namespace interregio::http {

/// What somebody has to be who asks.
enum class Need { reader, editor, publisher, administrator };

class Access {
  public:
    /// Everybody, without signing in.
    [[nodiscard]] static constexpr Access anyone() { return Access(Kind::anyone, std::nullopt); }
    /// Whoever has signed in.
    [[nodiscard]] static constexpr Access signed_in() { return Access(Kind::signed_in, std::nullopt); }
    /// Whoever has signed in and has the role, or one that includes it.
    [[nodiscard]] static constexpr Access role(Need need) { return Access(Kind::role, need); }

    [[nodiscard]] constexpr bool is_anyone() const { return kind_ == Kind::anyone; }
    /// The role; nothing where none is asked for.
    [[nodiscard]] constexpr std::optional<Need> need() const { return need_; }
    /// "anyone", "signed_in", "reader", "editor", "publisher", "administrator".
    [[nodiscard]] constexpr std::string_view name() const {
        if (kind_ == Kind::anyone) return "anyone";
        if (!need_) return "signed_in";
        switch (*need_) {
        case Need::reader:
            return "reader";
        case Need::editor:
            return "editor";
        case Need::publisher:
            return "publisher";
        case Need::administrator:
            break;
        }
        return "administrator";
    }
    friend constexpr bool operator==(const Access&, const Access&) = default;

  private:
    enum class Kind { anyone, signed_in, role };
    constexpr Access(Kind kind, std::optional<Need> need) : kind_(kind), need_(need) {}

    Kind kind_;
    std::optional<Need> need_;
};

} // namespace interregio::http
