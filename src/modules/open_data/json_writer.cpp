#include "modules/open_data/json_writer.h"

#include "base/partial_date_words.h"
#include "modules/open_data/open_data_store.h"
#include "platform/locale/catalogue.h"

#include <cmath>

namespace interregio::open_data {
namespace {

/// In the order of TranslationState.
constexpr std::array<std::string_view, 4> standings{"original", "up_to_date", "behind", "missing"};

Tree object_of(const std::map<std::string, std::string>& values) {
    Tree tree = Tree::object();
    for (const auto& [name, value] : values) tree[name] = value;
    return tree;
}

} // namespace

void JsonWriter::add(std::string_view name, Tree value) {
    // By push_back, as each name comes once: an ordered object looks for it otherwise.
    tree_.get_ref<Tree::object_t&>().emplace_back(std::string(name), std::move(value));
}

void JsonWriter::head(RecordKind kind, const Uuid& id, const std::string& key, const SlugHistory& slugs) {
    add("@id", context_.absolute(record_path(kind, id)));
    add("identifier", id.text());
    add("key", key);
    if (const auto pages = context_.pages(kind, slugs, key); !pages.empty()) add("pages", object_of(pages));
    add("dateModified", store::last_changed(context_.connection(), id));
}

void JsonWriter::operator()(Term term, const LocalizedText& text, Presence) {
    if (text.empty()) return;
    add(term.name, object_of(by_language(text)));
    Tree states = Tree::object();
    for (const auto& version : text.versions)
        states[std::string(version.language.tag())] =
            standings.at(static_cast<std::size_t>(text.state(version.language)));
    for (const Language language : context_.languages())
        if (text.find(language) == nullptr) states[std::string(language.tag())] = standings.back();
    translations_[std::string(term.name)] = {{"original", std::string(text.original.tag())},
                                             {"standing", std::move(states)}};
}

Tree JsonWriter::write(double value) {
    if (std::trunc(value) == value && std::abs(value) < 1e15) return static_cast<std::int64_t>(value);
    return value;
}

Tree JsonWriter::write(const PartialDate& date) const {
    Tree tree = {{"edtf", date.edtf()}};
    // An open end has no day, though it has one to sort by.
    if (date.start()) tree["earliest"] = iso_day(date.first_day());
    if (date.end() || !date.interval()) tree["latest"] = iso_day(date.last_day());
    tree["daysKnown"] = date.days_known();
    Tree words = Tree::object();
    for (const Language language : context_.languages())
        words[std::string(language.tag())] = in_words(date, language, DatePhrase::standalone);
    tree["words"] = std::move(words);
    return tree;
}

Tree JsonWriter::write(const Words& words) const {
    Tree tree = Tree::object();
    for (const Language language : context_.languages())
        if (const auto* catalogue = Catalogue::find(language))
            tree[std::string(language.tag())] = catalogue->text(words.prefix + words.name);
    return tree;
}

Tree JsonWriter::write(const PersonalName& name) {
    return {{std::string(name.language.value_or(Language()).tag()), name.name}};
}

Tree JsonWriter::reference(RecordKind kind, const Uuid& id) {
    const Named& named = context_.named(kind, id);
    Tree tree = {
        {"@id", context_.absolute(record_path(kind, id))}, {"@type", std::string(type_name(kind))}, {"key", named.key}};
    if (!named.name.empty()) tree["name"] = object_of(named.name);
    return tree;
}

Tree JsonWriter::take() {
    if (!translations_.empty()) add("translations", std::move(translations_));
    return std::move(tree_);
}

} // namespace interregio::open_data
