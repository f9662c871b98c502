// Any bytes as a file of a record folder: parsed, read as every kind, checked against the rules. What could be read
// without a problem must come back the same from its own tree.

#include "modules/kinds/kinds.h"
#include "modules/record/journal_reader.h"
#include "modules/record/record_parts.h"
#include "modules/record/record_reader.h"
#include "modules/record/record_tree.h"
#include "platform/yaml/emitter.h"

#include <cstdlib>

namespace interregio {
namespace {

/// A world in which every reference and file is there.
class AnyContext final : public ReadContext {
  public:
    std::optional<Uuid> resolve(RecordKind, std::string_view key) override {
        if (const auto id = Uuid::parse(key)) return id;
        return Uuid::parse("01890a5d-ac96-774b-bcce-b302099a8057");
    }
    std::expected<FileContent, Refusal> file(std::string_view path, FileKind) override {
        return FileContent{.name = std::string(path.substr(path.rfind('/') + 1)), .hash = "00"};
    }
    std::optional<std::string> credit_in(std::string_view) override { return "© somebody"; }
    void report(yaml::Mark, const std::string&, Refusal) override { ++problems; }
    int problems = 0;
};

/// Ids for what has none yet, and revisions: as saving does.
template <class T> void complete(T& record) {
    const Uuid any = *Uuid::parse("01890a5d-ac96-774b-bcce-b302099a8058");
    if (record.id.nil()) record.id = Id<T>(any);
    Uuid owner;
    for (const RowPart& row : parts_of(record, owner).rows)
        if (row.id->nil()) *row.id = any;
    for (const TextPart& part : parts_of(record, owner).texts)
        *part.text = merge({}, std::move(*part.text), {"2026-01-01T00:00:00Z", "fuzz"});
}

template <class T> void read_and_compare(const yaml::Node& node) {
    AnyContext context;
    T record = read_record<T>(context, node, "record");
    check_rules(record, {.today = std::chrono::year_month_day{std::chrono::year(2026), std::chrono::month(1),
                                                              std::chrono::day(1)},
                         .spoken = {languages::german},
                         .report = [](const std::string&, const Refusal&) {}});
    if (context.problems > 0) return;
    complete(record);
    const Tree tree = tree_of(record, journal_style());
    const auto parsed = yaml::parse(yaml::emit(tree));
    if (!parsed) std::abort();
    T again = read_record<T>(context, *parsed, "again");
    if (context.problems > 0 || tree_of(again, journal_style()) != tree) std::abort();
}

} // namespace
} // namespace interregio

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    using namespace interregio;
    const auto root = yaml::parse({reinterpret_cast<const char*>(data), size}, {.max_depth = 24, .max_nodes = 10'000});
    if (!root) return 0;
    for_each_kind([&]<class T> {
        const yaml::Member* list = root->find(plural_of(T::kind));
        if (list == nullptr) return;
        for (const yaml::Node& node : list->value.items) read_and_compare<T>(node);
    });
    return 0;
}
