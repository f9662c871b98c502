#include "modules/exchange/show.h"

#include "modules/journal/journal.h"
#include "modules/kinds/kinds.h"
#include "modules/record/record_changes.h"
#include "modules/record/record_tree.h"
#include "platform/yaml/emitter.h"

namespace interregio {

std::expected<std::string, Refusal> show_record(db::Connection& connection, RecordKind kind, std::string_view key_or_id,
                                                std::optional<std::int64_t> sequence) {
    auto id = id_of_key(connection, kind, key_or_id);
    if (!id) id = Uuid::parse(key_or_id);
    const Refusal none{"refusal.show.none",
                       {{"found", std::string(key_or_id)}, {"kind", std::string(plural_of(kind))}}};
    if (!id) return std::unexpected(none);

    TreeStyle style = journal_style();
    style.reference = [&](RecordKind target, const Uuid& target_id) {
        return key_of_id(connection, target, target_id).value_or(target_id.text());
    };
    style.earlier_revisions = Presence::required;
    std::optional<Tree> tree;
    for_each_kind([&]<class T> {
        if (T::kind != kind) return;
        const auto record = sequence ? record_at(connection, Id<T>(*id), *sequence) : find(connection, Id<T>(*id));
        if (record) tree = tree_of(*record, style);
    });
    if (tree) return yaml::emit(*tree);
    if (!sequence) return std::unexpected(none);
    return std::unexpected(Refusal{"refusal.show.none_then",
                                   {{"found", std::string(key_or_id)}, {"sequence", std::to_string(*sequence)}}});
}

} // namespace interregio
