#pragma once
// A row of a table as an activity, and what is wrong with it, cell by cell. Internal to the module.

#include "modules/activity_import/import_settings.h"
#include "modules/activity_import/word_meanings.h"
#include "modules/editing/new_activities.h"

#include <map>
#include <set>

namespace interregio::activity_import {

inline constexpr std::size_t most_parts = 100;       ///< of a cell that holds several names
inline constexpr std::size_t most_row_problems = 30; ///< the row is not read any further then

struct CellProblem {
    std::optional<std::size_t> column{}; ///< none: the row as a whole
    std::string value{};                 ///< of the cell, its beginning
    Refusal refusal;
    std::string word{}; ///< key of an unknown word (ImportSettings::meanings), where it is one
};

struct ReadRow {
    std::size_t number = 0;             ///< as in ImportRow
    std::optional<Activity> activity{}; ///< where there are no problems
    std::vector<CellProblem> problems{};
};

/// Used by one thread, as long as what it is given.
class RowReader {
  public:
    RowReader(editing::EditContext& context, editing::RecordNames& names, const ImportSettings& settings,
              std::vector<Language> languages, Suggestions suggestions)
        : context_(context), names_(names), settings_(settings), languages_(std::move(languages)),
          meanings_(context, names, settings, suggestions) {}

    [[nodiscard]] ReadRow read(const ImportRow& row);
    /// The words that nobody is called, as the rows read so far have them.
    [[nodiscard]] const std::map<std::string, UnknownWord>& unknown() const { return meanings_.unknown(); }

  private:
    struct Place { ///< in the table
        std::size_t column = 0;
        const Target* target = nullptr;
        std::string_view cell;
    };
    void put(const Place& place);
    void put_text_language(const ImportRow& row);
    void put_list(const Place& place, RecordKind kind);
    void put_organisations(const Place& place);
    void put_heads(const Place& place, HeadCount otherwise);
    void put_choice(const Place& place);
    void put_days();
    void put_originals();
    void put_defaults();
    void set(const Place& place, std::string field, std::string value);
    /// What was typed, and whom it means.
    void set_reference(const Place& place, const std::string& field, std::string_view typed, const std::string& id);
    void refuse(const Place& place, Refusal refusal, std::string word = {});
    void add_problem(CellProblem problem);
    /// The parts of a cell that holds several, each once; none, and a problem, where there are too many.
    std::vector<std::string_view> parts_of(const Place& place);
    /// Whether a list of the row has that already; from now on it has.
    bool is_listed(std::string_view list, std::string_view what);
    /// What the word means; nothing, and a problem if need be, where it means nothing.
    std::optional<std::string> meaning(const Place& place, const WordKind& kind, std::string_view word);
    /// Gives its name: "places[2]".
    std::string new_row(const Place& place, const std::string& list);
    void add_problems(const editing::SheetProblems& problems, const ImportRow& row);
    [[nodiscard]] std::optional<std::size_t> column_of(std::string_view field) const;

    editing::EditContext& context_;
    editing::RecordNames& names_;
    const ImportSettings& settings_;
    std::vector<Language> languages_;
    WordMeanings meanings_;
    // Of the row that is read.
    editing::Sheet sheet_;
    Language language_;
    std::map<std::string, std::size_t, std::less<>> columns_; ///< from which column a field is
    std::optional<Place> first_, last_;
    std::vector<CellProblem> problems_;
    std::set<std::string> told_;   ///< unknown words of the cell that is read, by key
    std::set<std::string> listed_; ///< what the lists of the row hold
};

} // namespace interregio::activity_import
