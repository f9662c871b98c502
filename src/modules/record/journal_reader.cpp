#include "modules/record/journal_reader.h"

#include "base/plain_decimal.h"
#include "modules/record/row_loader.h"

namespace interregio {

yaml::Node node_of(const Tree& tree) {
    yaml::Node node;
    if (tree.is_object()) {
        node.kind = yaml::NodeKind::mapping;
        for (const auto& [name, value] : tree.items()) node.members.push_back({name, {}, node_of(value)});
    } else if (tree.is_array()) {
        node.kind = yaml::NodeKind::sequence;
        for (const auto& value : tree) node.items.push_back(node_of(value));
    } else if (!tree.is_null()) {
        node.kind = yaml::NodeKind::scalar;
        if (tree.is_string())
            node.scalar = tree.get<std::string>();
        else
            node.scalar = tree.is_number_float() ? plain_decimal(tree.get<double>()) : tree.dump();
    }
    return node;
}

std::optional<Uuid> JournalReader::resolve(RecordKind, std::string_view key) { return Uuid::parse(key); }

std::expected<FileContent, Refusal> JournalReader::file(std::string_view path, FileKind) {
    const auto slash = path.find('/');
    FileContent file{.name = std::string(path.substr(slash + 1)), .hash = std::string(path.substr(0, slash))};
    load_file_facts(connection_, file);
    return file;
}

void JournalReader::report(yaml::Mark, const std::string& path, Refusal refusal) {
    throw db::Error("the journal holds a record this program cannot read, at " + path + ": " + refusal.key);
}

} // namespace interregio
