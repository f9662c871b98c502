#include "modules/record/record_tree.h"

namespace interregio {

Tree tree_of(const LocalizedText& text, Presence earlier_revisions) {
    Tree tree = Tree::object();
    tree.get_ref<Tree::object_t&>().reserve(1 + text.versions.size());
    tree["original"] = std::string(text.original.tag());
    for (const TextVersion& version : text.versions) {
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
        if (earlier_revisions == Presence::required)
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
