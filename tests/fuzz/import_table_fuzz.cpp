// Input: a table of past activities as a file, or what was stored of one. It is read or refused; what is read keeps to
// the limits and has as many cells in each row as there are headings; what its headings are guessed to be can be taken
// as it is, but for what is missing; settings that were read are stored and read again as the same.

#include "base/assert.h"
#include "base/utf8.h"
#include "modules/activity_import/import_settings.h"
#include "modules/activity_import/typed_heads.h"

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace {

using namespace interregio;
using namespace interregio::activity_import;

void check_mapping(const Mapping& mapping, Language language) {
    for (const MappingProblem& problem : problems_of(mapping, language))
        INTERREGIO_ASSERT(problem.kind == MappingProblem::Kind::no_title ||
                              problem.kind == MappingProblem::Kind::no_date ||
                              problem.kind == MappingProblem::Kind::last_without_first,
                          "a guess gives nothing to two columns");
    for (const auto& target : mapping)
        if (target) INTERREGIO_ASSERT(Target::parse(target->text()) == target, "a target comes back from its text");
}

void check_table(const ImportTable& table) {
    INTERREGIO_ASSERT(!table.rows.empty() && table.rows.size() <= most_rows, "rows within the limit");
    for (const ImportRow& row : table.rows) {
        INTERREGIO_ASSERT(row.cells.size() == table.headings.size(), "a cell for each heading");
        INTERREGIO_ASSERT(row.number > table.heading_row, "below the headings");
        for (const std::string& cell : row.cells) {
            INTERREGIO_ASSERT(valid_utf8(cell), "text");
            (void)read_typed_heads(cell, HeadCount::exact, languages::german);
        }
    }
    const std::vector<Language> all{languages::german, languages::polish, languages::english};
    for (const Language language : all) check_mapping(guessed_mapping(table.headings, all, language), language);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    const ImportSettings settings = read_settings(input);
    const std::string stored = stored_settings(settings);
    INTERREGIO_ASSERT(stored_settings(read_settings(stored)) == stored, "settings come back");
    if (const auto table = read_import_table(input, {})) check_table(*table);
    if (const auto table = read_import_table(input, settings.file)) check_table(*table);
    return 0;
}
