#include "platform/spreadsheet/xlsx_reader.h"

#include "platform/spreadsheet/refused.h"
#include "platform/spreadsheet/xlsx_package.h"
#include "platform/spreadsheet/xlsx_sheet.h"

#include <algorithm>

namespace interregio::spreadsheet {
namespace {

constexpr std::string_view zip_begins = "PK\x03\x04";
constexpr std::string_view compound_file_begins = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1";

std::optional<Refusal> wrong_kind(std::string_view bytes, const Limits& limits) {
    if (bytes.empty()) return refusal("empty");
    if (bytes.size() > limits.file_bytes) return refusal("too_large", {{"limit", megabytes(limits.file_bytes)}});
    if (bytes.starts_with(compound_file_begins)) return refusal("old_excel");
    if (!bytes.starts_with(zip_begins)) return refusal("not_xlsx");
    return std::nullopt;
}

const Relation* of_type(const std::vector<Relation>& relations, std::string_view type) {
    const auto found = std::ranges::find(relations, type, &Relation::type);
    return found == relations.end() ? nullptr : &*found;
}

class XlsxFile {
  public:
    XlsxFile(XlsxPackage package, const Limits& limits)
        : package_(std::move(package)), limits_(limits), strings_(limits), builder_(limits) {}

    std::expected<std::vector<SheetRows>, Refusal> operator()() {
        if (auto refused = read_workbook()) return std::unexpected(std::move(*refused));
        if (auto refused = read_sheets()) return std::unexpected(std::move(*refused));
        return std::move(builder_).take();
    }

  private:
    std::optional<Refusal> read_workbook() {
        const auto roots = package_.relations_of("");
        if (!roots) return roots.error();
        const Relation* document = of_type(*roots, "officeDocument");
        // A text or a presentation is a package, too, but without sheets.
        if (!document) return refusal("not_xlsx");
        if (auto refused = package_.read(document->target, workbook_)) return refused;
        if (workbook_.sheets.empty()) return refusal("not_xlsx");
        auto relations = package_.relations_of(document->target);
        if (!relations) return relations.error();
        relations_ = std::move(*relations);
        if (const Relation* styles = of_type(relations_, "styles"))
            if (auto refused = package_.read(styles->target, styles_)) return refused;
        if (const Relation* strings = of_type(relations_, "sharedStrings"))
            if (auto refused = package_.read(strings->target, strings_)) return refused;
        return std::nullopt;
    }

    std::optional<Refusal> read_sheets() {
        const WorkbookContext context{strings_.strings, styles_, workbook_.day_system, limits_};
        for (const auto& [name, relation] : workbook_.sheets) {
            const auto found = std::ranges::find(relations_, relation, &Relation::id);
            if (found == relations_.end()) return refusal("broken");
            if (found->type != "worksheet") continue;
            builder_.begin_sheet(name);
            SheetListener listener(context, builder_);
            if (auto refused = package_.read(found->target, listener)) return refused;
        }
        return std::nullopt;
    }

    XlsxPackage package_;
    const Limits& limits_;
    WorkbookListener workbook_;
    StylesListener styles_;
    StringsListener strings_;
    std::vector<Relation> relations_;
    TableBuilder builder_;
};

} // namespace

std::expected<std::vector<SheetRows>, Refusal> read_xlsx(std::string_view bytes, const Limits& limits) {
    if (auto refused = wrong_kind(bytes, limits)) return std::unexpected(std::move(*refused));
    auto package = XlsxPackage::open(bytes, limits);
    if (!package) return std::unexpected(package.error());
    return XlsxFile(std::move(*package), limits)();
}

} // namespace interregio::spreadsheet
