#include "modules/editing/sheet_reader.h"

#include "base/typed_date.h"
#include "base/utf8.h"

#include <algorithm>

namespace interregio::editing {
namespace {

/// Browsers send line ends as CR LF (HTML, 4.10.22.6); in the record they are LF.
std::string with_plain_line_ends(std::string_view text) {
    std::string plain(without_margin(text));
    std::erase(plain, '\r');
    return plain;
}

} // namespace

void SheetFields::put_text(std::string_view name, const TextLimits& limits) {
    const std::string prefix = path_of(name) + ".";
    std::string original(sheet_.at(prefix + "original"));
    Tree versions = Tree::object();
    for (auto field = sheet_.fields().lower_bound(prefix);
         field != sheet_.fields().end() && field->first.starts_with(prefix); ++field) {
        const auto language = Language::parse(std::string_view(field->first).substr(prefix.size()));
        std::string body = with_plain_line_ends(field->second);
        if (limits.markup == Markup::plain) std::ranges::replace(body, '\n', ' ');
        if (language && !body.empty()) versions[std::string(language->tag())] = std::move(body);
    }
    if (versions.empty()) return;
    if (original.empty()) {
        // Who writes in one language only writes the original.
        if (versions.size() != 1) {
            problems_.push_back({path_of(name), {"refusal.editing.which_original", {}}});
            return;
        }
        original = versions.begin().key();
    } else if (!versions.contains(original)) {
        problems_.push_back({path_of(name) + "." + original, {"refusal.editing.original_empty", {}}});
    }
    Tree text = Tree::object();
    text["original"] = original;
    if (const auto scope = parse_scope(sheet_.at(prefix + "visible_to")))
        text["visible_to"] = tree_of(Visibility{scope}, journal_style());
    for (const auto& [language, body] : versions.items()) text[language] = body;
    tree_[std::string(name)] = std::move(text);
}

void SheetFields::put_date(std::string_view name) {
    const std::string field = path_of(name);
    const auto typed = without_margin(sheet_.at(field));
    if (typed.empty()) return;
    const auto date = read_typed_date(typed, reader_);
    if (date) {
        tree_[std::string(name)] = date->edtf();
    } else {
        problems_.push_back({field, date.error()});
    }
}

void SheetFields::put_number(std::string_view name) {
    const auto typed = without_margin(sheet_.at(path_of(name)));
    if (!typed.empty()) tree_[std::string(name)] = plain_number(typed, reader_);
}

void SheetFields::put_word(std::string_view name) {
    const auto typed = without_margin(sheet_.at(path_of(name)));
    if (!typed.empty()) tree_[std::string(name)] = std::string(typed);
}

std::optional<std::string> SheetFields::reference(const std::string& field, RecordKind kind) {
    const auto typed = without_margin(sheet_.at(field));
    if (const auto chosen = Uuid::parse(sheet_.at(field + ".chosen"))) return chosen->text();
    const auto id = Uuid::parse(sheet_.at(field + ".id"));
    // Without a field for the name, the id is chosen from a list.
    if (id && (!sheet_.has(field) || names_.is_called(kind, *id, typed))) return id->text();
    auto called = names_.called(kind, typed);
    if (called.size() == 1) return called.front().text();
    SheetProblem problem{field, {called.empty() ? "refusal.editing.no_such" : "refusal.editing.several", {}}, {}};
    problem.refusal.arguments = {{"found", std::string(typed)}};
    if (called.empty()) problem.meant = names_.like(kind, typed, 6);
    for (const Uuid& one : called) problem.meant.push_back({one, names_.name(kind, one)});
    problems_.push_back(std::move(problem));
    return std::nullopt;
}

void SheetFields::put_reference(std::string_view name, RecordKind kind) {
    const std::string field = path_of(name);
    const bool empty =
        without_margin(sheet_.at(field)).empty() && (sheet_.has(field) || sheet_.at(field + ".id").empty());
    if (empty) return;
    if (const auto id = reference(field, kind)) tree_[std::string(name)] = *id;
}

void SheetFields::put_references(std::string_view name, RecordKind kind) {
    const std::string path = path_of(name);
    const std::size_t count = sheet_.rows(path);
    for (std::size_t i = 0; i < count; ++i) {
        const std::string row = row_name(path, i);
        if (without_margin(sheet_.at(row)).empty()) continue;
        if (const auto id = reference(row, kind)) tree_[std::string(name)].push_back(*id);
    }
}

void SheetFields::put_ticked(std::string_view name) {
    const std::string prefix = path_of(name) + ".";
    // Those that were there stand first, in the order they had: their fields hold it.
    std::vector<std::pair<std::size_t, std::string>> ticked;
    for (auto field = sheet_.fields().lower_bound(prefix);
         field != sheet_.fields().end() && field->first.starts_with(prefix); ++field) {
        const std::string& place = field->second;
        const bool numbered = !place.empty() && place.size() < 6 &&
                              std::ranges::all_of(place, [](char c) { return c >= '0' && c <= '9'; });
        ticked.emplace_back(numbered ? std::stoul(place) : 1'000'000, field->first.substr(prefix.size()));
    }
    std::ranges::stable_sort(ticked, {}, &std::pair<std::size_t, std::string>::first);
    for (const auto& [place, value] : ticked) tree_[std::string(name)].push_back(value);
}

} // namespace interregio::editing
