#pragma once
// What somebody sees of the database. A connection lent to them has, in front of each table, a view of the same name
// that lets through what they may see; whatever is asked on it, by whichever function, cannot find anything else.

#include <string>
#include <utility>
#include <vector>

namespace interregio::db {

/// The views of one kind of viewer.
struct Sight {
    /// Table, and the SELECT that stands in front of it. It names the table itself as main.TABLE; for members,
    /// temp.seen_scopes (scope) has the scopes of the viewer.
    std::vector<std::pair<std::string, std::string>> views;
    /// How the names of tables begin that are seen whole. Every other table looks empty: what nobody has thought of is
    /// seen by nobody.
    std::vector<std::string> open;
};

struct Sights {
    Sight anyone;
    Sight member;
};

/// Who reads.
struct Viewer {
    enum class Kind { anyone, member };
    Kind kind = Kind::anyone;
    /// Of members: the ids of the organisations and partnerships whose things they may see besides what is public. None
    /// for who has signed in and has no role any more.
    std::vector<std::string> scopes{};

    [[nodiscard]] static Viewer anyone() { return {}; }
    [[nodiscard]] static Viewer member(std::vector<std::string> scopes) { return {Kind::member, std::move(scopes)}; }
    [[nodiscard]] bool is_anyone() const { return kind == Kind::anyone; }
};

} // namespace interregio::db
