#pragma once
// Which key means which record: what the database holds, and what the files of a folder add to it.

#include "modules/exchange/record_files.h"
#include "platform/db/database.h"

#include "base/clock.h"
#include "base/id.h"
#include "base/record_kind.h"

#include <array>
#include <functional>
#include <optional>
#include <unordered_map>

namespace interregio {

class KeyIndex {
  public:
    /// Notes all records that the database holds.
    void load(db::Connection& connection);

    /// Notes a record of a file and gives its id: that of the file, else of the stored record with that key, else a new
    /// one. Refusals: "refusal.key.twice" when the folder has the key (or id) already, "refusal.key.other_id" when the
    /// stored record with that key has another id than the file says.
    [[nodiscard]] std::expected<Uuid, Refusal> add(RecordKind kind, const std::string& key, std::optional<Uuid> id,
                                                   const Clock& clock);

    /// The record that a reference means.
    [[nodiscard]] std::optional<Uuid> find(RecordKind kind, std::string_view key) const;
    /// From now on, references to stored records that the files do not hold lead nowhere: they are going to be removed.
    void find_only_in_files() { only_in_files_ = true; }

    /// Whether the record was in the database, and in the files.
    struct Known {
        Uuid id;
        bool stored = false;
        bool in_files = false;
    };
    /// Calls for each record of a kind with its key.
    void for_each(RecordKind kind, const std::function<void(const std::string& key, const Known&)>& action) const;

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    struct Index {
        std::unordered_map<std::string, Known, Hash, std::equal_to<>> by_key;
        std::unordered_map<Uuid, std::string> key_by_id;
    };
    std::array<Index, all_record_kinds.size()> indexes_;
    bool only_in_files_ = false;
};

} // namespace interregio
