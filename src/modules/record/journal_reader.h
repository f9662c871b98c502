#pragma once
// Reading a record back from what the journal holds of it.

#include "modules/journal/tree.h"
#include "modules/record/record_reader.h"
#include "platform/db/database.h"

namespace interregio {

/// The tree as a YAML node without marks.
[[nodiscard]] yaml::Node node_of(const Tree& tree);

/// References are ids, files are "hash/name" (see journal_style()). What cannot be read is thrown as db::Error: the
/// program wrote the journal itself.
class JournalReader final : public ReadContext {
  public:
    explicit JournalReader(db::Connection& connection) : connection_(connection) {}

    std::optional<Uuid> resolve(RecordKind kind, std::string_view key) override;
    std::expected<FileContent, Refusal> file(std::string_view path, FileKind kind) override;
    std::optional<std::string> credit_in(std::string_view) override { return std::nullopt; } // it is in the journal
    void report(yaml::Mark mark, const std::string& path, Refusal refusal) override;

  private:
    db::Connection& connection_;
};

} // namespace interregio
