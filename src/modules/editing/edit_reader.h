#pragma once
// Reading a record back from a tree that a form has made. Internal to the module.

#include "modules/editing/sheet_reader.h"
#include "modules/record/journal_reader.h"
#include "modules/record/record_reader.h"

namespace interregio::editing {

/// References are ids, files "hash/name"; problems are collected by field. A field that has one already gets no other.
class EditReader final : public ReadContext {
  public:
    EditReader(db::Connection& connection, SheetProblems& problems) : connection_(connection), problems_(problems) {}

    std::optional<Uuid> resolve(RecordKind kind, std::string_view id) override;
    std::expected<FileContent, Refusal> file(std::string_view path, FileKind kind) override;
    std::optional<std::string> credit_in(std::string_view) override { return std::nullopt; }
    void report(yaml::Mark mark, const std::string& path, Refusal refusal) override;
    void report(const std::string& path, Refusal refusal);

  private:
    db::Connection& connection_;
    SheetProblems& problems_;
};

/// A record out of a tree of its contents, and what is wrong with it.
template <Record T>
T read_contents(db::Connection& connection, Tree tree, const std::string& key, SheetProblems& problems) {
    tree["key"] = key;
    EditReader context(connection, problems);
    return read_record<T>(context, node_of(tree), {});
}

} // namespace interregio::editing
