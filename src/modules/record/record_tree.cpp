#include "modules/record/record_tree.h"

namespace interregio {

Tree tree_of(const Visibility& visibility, const TreeStyle& style) {
    const bool internal = std::holds_alternative<Id<Organisation>>(*visibility.only);
    const Uuid id = std::visit([](const auto& scope) { return scope.uuid(); }, *visibility.only);
    const RecordKind kind = internal ? RecordKind::organisation : RecordKind::partnership;
    return {{std::string(name_of(kind)), style.reference(kind, id)}};
}

Tree tree_of(const LocalizedText& text, const TreeStyle& style) {
    Tree tree = Tree::object();
    tree.get_ref<Tree::object_t&>().reserve(2 + text.versions.size());
    tree["original"] = std::string(text.original.tag());
    if (!text.visible_to.is_public()) tree["visible_to"] = tree_of(text.visible_to, style);
    for (const TextVersion& version : text.versions) {
        if (style.texts == TreeStyle::Texts::words_only) {
            tree[std::string(version.language.tag())] = version.body;
            continue;
        }
        const auto written = [](const std::string& body, std::int64_t revision, std::int64_t made_from,
                                const std::string& at, const std::string& actor) {
            Tree entry = Tree::object();
            entry.get_ref<Tree::object_t&>().reserve(6);
            entry["text"] = body;
            entry["revision"] = revision;
            if (made_from != 0) entry["of"] = made_from;
            if (!at.empty()) entry["at"] = at;
            if (!actor.empty()) entry["by"] = actor;
            return entry;
        };
        Tree entry = written(version.body, version.revision, version.made_from, version.at, version.actor);
        if (style.earlier_revisions == Presence::required)
            for (const TextRevision& earlier : version.earlier)
                entry["earlier"].push_back(
                    written(earlier.body, earlier.revision, earlier.made_from, earlier.at, earlier.actor));
        tree[std::string(version.language.tag())] = std::move(entry);
    }
    return tree;
}

const TreeStyle& journal_style() {
    static const TreeStyle style{
        .reference = [](RecordKind, const Uuid& id) { return id.text(); },
        .file = [](FileKind, const FileContent& file) { return file.hash + "/" + file.name; },
    };
    return style;
}

} // namespace interregio
