#include "modules/record/record_reader.h"

#include "base/slug.h"

namespace interregio {

TreeReader::TreeReader(ReadContext& context, const yaml::Node& node, std::string path)
    : context_(context), node_(node), path_(std::move(path)) {
    if (node.kind != yaml::NodeKind::mapping) context_.report(node.mark, path_, {"refusal.tree.mapping_expected", {}});
}

std::string TreeReader::path_of(std::string_view name) const {
    return path_.empty() ? std::string(name) : path_ + "." + std::string(name);
}

void TreeReader::report(std::string_view name, const yaml::Node& node, Refusal refusal) {
    context_.report(node.mark, path_of(name), std::move(refusal));
}

void TreeReader::report_unknown_members() {
    for (const yaml::Member& member : node_.members)
        if (std::ranges::find(known_, member.name) == known_.end())
            context_.report(member.mark, path_of(member.name),
                            {"refusal.tree.unknown_field", {{"found", member.name}, {"allowed", joined(known_)}}});
}

const yaml::Node* TreeReader::member(std::string_view name) {
    known_.push_back(name);
    const yaml::Member* found = node_.find(name);
    return found == nullptr || found->value.kind == yaml::NodeKind::null ? nullptr : &found->value;
}

const yaml::Node* TreeReader::required_member(std::string_view name) {
    const yaml::Node* found = member(name);
    if (found == nullptr && node_.kind == yaml::NodeKind::mapping)
        context_.report(node_.mark, path_, {"refusal.tree.missing_field", {{"field", std::string(name)}}});
    return found;
}

const std::string* TreeReader::scalar(std::string_view name, const yaml::Node& node) {
    if (node.kind == yaml::NodeKind::scalar) return &node.scalar;
    report(name, node, {"refusal.tree.value_expected", {}});
    return nullptr;
}

const std::vector<yaml::Node>* TreeReader::sequence(std::string_view name, const yaml::Node& node,
                                                    const ListLimits& limits) {
    if (node.kind != yaml::NodeKind::sequence) {
        report(name, node, {"refusal.tree.list_expected", {}});
        return nullptr;
    }
    if (node.items.size() < limits.least || node.items.size() > limits.most) {
        report(name, node,
               {"refusal.list.length",
                {{"found", std::to_string(node.items.size())},
                 {"least", std::to_string(limits.least)},
                 {"most", std::to_string(limits.most)}}});
        return nullptr;
    }
    return &node.items;
}

std::optional<Uuid> TreeReader::read_reference(std::string_view name, const yaml::Node& node, RecordKind kind) {
    const std::string* key = scalar(name, node);
    if (key == nullptr) return std::nullopt;
    const auto id = context_.resolve(kind, *key);
    if (!id)
        report(name, node,
               {"refusal.tree.unknown_reference", {{"found", *key}, {"kind", std::string(plural_of(kind))}}});
    return id;
}

std::optional<Uuid> TreeReader::read_uuid(std::string_view name) {
    const yaml::Node* node = member(name);
    const std::string* text = node == nullptr ? nullptr : scalar(name, *node);
    if (text == nullptr) return std::nullopt;
    const auto uuid = Uuid::parse(*text);
    if (!uuid || uuid->nil()) {
        report(name, *node, {"refusal.value.uuid", {{"found", *text}}});
        return std::nullopt;
    }
    return uuid;
}

void TreeReader::read_slugs(SlugHistory& slugs) {
    const yaml::Node* node = member("slugs");
    if (node == nullptr) return;
    if (node->kind != yaml::NodeKind::mapping) return report("slugs", *node, {"refusal.tree.mapping_expected", {}});
    for (const yaml::Member& entry : node->members) {
        const std::string name = "slugs." + entry.name;
        const auto language = Language::parse(entry.name);
        if (!language) {
            report(name, entry.value, {"refusal.value.language", {{"found", entry.name}}});
            continue;
        }
        const auto* items = sequence(name, entry.value, {.least = 1, .most = 200});
        if (items == nullptr) continue;
        for (const yaml::Node& item : *items) {
            const std::string* slug = scalar(name, item);
            if (slug == nullptr) continue;
            if (is_slug(*slug)) {
                slugs.slugs[*language].push_back(*slug);
            } else {
                report(name, item, {"refusal.value.key", {{"found", *slug}}});
            }
        }
    }
}

void TreeReader::read_visibility(std::string_view name, const yaml::Node& node, Visibility& visibility) {
    const bool one = node.kind == yaml::NodeKind::mapping && node.members.size() == 1;
    const std::string_view scope = one ? std::string_view(node.members.front().name) : std::string_view();
    if (scope != "organisation" && scope != "partnership")
        return report(name, node, {"refusal.visibility.scope_expected", {}});
    const yaml::Node& value = node.members.front().value;
    const std::string path = std::string(name) + "." + std::string(scope);
    if (scope == "organisation") {
        if (const auto id = read_reference(path, value, RecordKind::organisation))
            visibility.only = Id<Organisation>(*id);
    } else if (const auto id = read_reference(path, value, RecordKind::partnership)) {
        visibility.only = Id<Partnership>(*id);
    }
}

void TreeReader::read_file(std::string_view name, FileContent& file, FileKind kind) {
    const yaml::Node* node = required_member(name);
    const std::string* path = node == nullptr ? nullptr : scalar(name, *node);
    if (path == nullptr) return;
    put(name, *node, context_.file(*path, kind), file);
    file_path_ = *path;
}

void TreeReader::read_credit(std::string_view name, std::string& credit, const LineOrFromFile& limits) {
    if (const yaml::Node* node = member(name)) {
        if (const auto* text = scalar(name, *node)) put(name, *node, read_string(*text, limits), credit);
        return;
    }
    const auto in_file = file_path_.empty() ? std::nullopt : context_.credit_in(file_path_);
    if (in_file)
        put(name, node_, read_string(*in_file, limits), credit);
    else
        report(name, node_, {"refusal.media.no_credit", {{"file", file_path_}}});
}

void TreeReader::read_text(std::string_view name, LocalizedText& text, const TextLimits& limits) {
    const yaml::Node* node = limits.presence == Presence::required ? required_member(name) : member(name);
    if (node == nullptr) return;
    if (node->kind != yaml::NodeKind::mapping) return report(name, *node, {"refusal.text.languages_expected", {}});
    std::optional<Language> original;
    for (const yaml::Member& entry : node->members) {
        if (entry.name == "original") {
            original = Language::parse(entry.value.scalar);
            if (!original)
                report(std::string(name) + ".original", entry.value,
                       {"refusal.value.language", {{"found", entry.value.scalar}}});
        } else if (entry.name == "visible_to") {
            const std::string path = std::string(name) + ".visible_to";
            if (limits.presence == Presence::required) {
                report(path, entry.value, {"refusal.visibility.required_text", {}});
            } else {
                read_visibility(path, entry.value, text.visible_to);
            }
        } else {
            read_version(name, entry, text, limits);
        }
    }
    if (text.versions.empty()) {
        // Where versions were given, what is wrong with each of them is said already.
        if (node->members.empty())
            report(name, *node, {"refusal.text.languages_expected", {}});
        else if (original && node->members.size() == 1)
            report(name, *node, {"refusal.text.no_original", {{"found", std::string(original->tag())}}});
        return;
    }
    text.original = original.value_or(text.versions.front().language);
    const TextVersion* source = text.original_version();
    if (source == nullptr)
        return report(name, *node, {"refusal.text.no_original", {{"found", std::string(text.original.tag())}}});
    for (const TextVersion& version : text.versions)
        if (source->revision != 0 && version.made_from > source->revision)
            report(std::string(name) + "." + std::string(version.language.tag()), *node,
                   {"refusal.text.of_unknown_revision",
                    {{"found", std::to_string(version.made_from)}, {"last", std::to_string(source->revision)}}});
}

namespace {

/// The long form of a language version: {text, revision, of, at, by, earlier}.
class VersionReader : public TreeReader {
  public:
    using TreeReader::TreeReader;

    TextRevision read(const TextLimits& limits, std::vector<TextRevision>* earlier) {
        constexpr NumberLimits counting{1, 1e9};
        TextRevision version;
        if (const auto* node = required_member("text"))
            if (const auto* body = scalar("text", *node)) put("text", *node, read_body(*body, limits), version.body);
        if (const auto* node = member("revision"))
            if (const auto* number = scalar("revision", *node))
                put("revision", *node, read_integer(*number, counting), version.revision);
        if (const auto* node = member("of"))
            if (const auto* number = scalar("of", *node))
                put("of", *node, read_integer(*number, counting), version.made_from);
        if (const auto* node = member("at"))
            if (const auto* time = scalar("at", *node)) put("at", *node, read_timestamp(*time), version.at);
        if (const auto* node = member("by"))
            if (const auto* actor = scalar("by", *node))
                put("by", *node, read_string(*actor, {.max_length = 200}), version.actor);
        if (earlier != nullptr) {
            if (const auto* node = member("earlier"))
                if (const auto* items = sequence("earlier", *node, {.most = 10'000}))
                    for (std::size_t i = 0; i < items->size(); ++i) {
                        VersionReader reader(context_, (*items)[i], path_of("earlier[" + std::to_string(i) + "]"));
                        earlier->push_back(reader.read(limits, nullptr));
                    }
        }
        report_unknown_members();
        return version;
    }
};

} // namespace

void TreeReader::read_version(std::string_view name, const yaml::Member& entry, LocalizedText& text,
                              const TextLimits& limits) {
    const std::string field = std::string(name) + "." + entry.name;
    const auto language = Language::parse(entry.name);
    if (!language)
        return context_.report(entry.mark, path_of(field), {"refusal.value.language", {{"found", entry.name}}});
    if (entry.value.kind == yaml::NodeKind::null) return report(field, entry.value, {"refusal.value.empty", {}});
    TextVersion version{.language = *language};
    if (entry.value.kind == yaml::NodeKind::mapping) {
        VersionReader reader(context_, entry.value, path_of(field));
        TextRevision current = reader.read(limits, &version.earlier);
        version.body = std::move(current.body);
        version.revision = current.revision;
        version.made_from = current.made_from;
        version.at = std::move(current.at);
        version.actor = std::move(current.actor);
    } else if (const auto* body = scalar(field, entry.value)) {
        put(field, entry.value, read_body(*body, limits), version.body);
    }
    text.versions.push_back(std::move(version));
}

} // namespace interregio
