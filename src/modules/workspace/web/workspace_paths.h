#pragma once
// The addresses of the workspace: their words are in the catalogue of each language (keys path.*).

#include "base/record_kind.h"
#include "platform/locale/catalogue.h"

#include <string>
#include <string_view>

namespace interregio::workspace::web {

class WorkspacePaths {
  public:
    explicit WorkspacePaths(const Catalogue& words) : words_(words) {}

    [[nodiscard]] std::string sign_in() const { return at("path.sign_in"); }
    [[nodiscard]] std::string code() const { return sign_in() + below("path.second_factor"); }
    [[nodiscard]] std::string sign_out() const { return at("path.sign_out"); }
    /// To set a password with a link: a token follows, or the placeholder of a route.
    [[nodiscard]] std::string link(std::string_view token) const { return at("path.link") + "/" + std::string(token); }

    [[nodiscard]] std::string desk() const { return at("path.workspace"); }
    [[nodiscard]] std::string first_steps() const { return desk() + below("path.first_steps"); }
    [[nodiscard]] std::string confirm() const { return desk() + below("path.confirm"); }
    [[nodiscard]] std::string profile() const { return desk() + below("path.profile"); }
    [[nodiscard]] std::string password() const { return profile() + below("path.password"); }
    [[nodiscard]] std::string second_factor() const { return profile() + below("path.second_factor"); }
    [[nodiscard]] std::string passkeys() const { return profile() + below("path.passkeys"); }
    [[nodiscard]] std::string recovery_codes() const { return profile() + below("path.recovery_codes"); }
    [[nodiscard]] std::string own_data() const { return profile() + below("path.own_data"); }
    [[nodiscard]] std::string accounts() const { return desk() + below("path.accounts"); }
    [[nodiscard]] std::string new_account() const { return accounts() + below("path.new"); }
    /// An account by its id, or the placeholder of a route.
    [[nodiscard]] std::string account(std::string_view id) const { return accounts() + "/" + std::string(id); }
    /// How a date that somebody types is understood.
    [[nodiscard]] std::string typed_date() const { return desk() + below("path.typed_date"); }
    [[nodiscard]] std::string all_records() const { return desk() + below("path.record"); }
    /// The records of a kind; a record by its id, or the placeholder of a route.
    [[nodiscard]] std::string records(RecordKind kind) const {
        return all_records() + below("path.kind." + std::string(name_of(kind)));
    }
    [[nodiscard]] std::string new_record(RecordKind kind) const { return records(kind) + below("path.new"); }
    /// What records of a kind may be meant by something typed: for scripts.
    [[nodiscard]] std::string record_names(RecordKind kind) const { return records(kind) + below("path.names"); }
    [[nodiscard]] std::string record(RecordKind kind, std::string_view id) const {
        return records(kind) + "/" + std::string(id);
    }
    [[nodiscard]] std::string edit(RecordKind kind, std::string_view id) const {
        return record(kind, id) + below("path.edit");
    }
    [[nodiscard]] std::string history(RecordKind kind, std::string_view id) const {
        return record(kind, id) + below("path.history");
    }
    /// Where several pictures are added at once.
    [[nodiscard]] std::string add_pictures() const { return records(RecordKind::image) + below("path.add_pictures"); }
    /// The file of a picture or document, for those who may see the record.
    [[nodiscard]] std::string file(RecordKind kind, std::string_view id) const {
        return record(kind, id) + below("path.file");
    }
    /// To ask for something to be published, and to answer: a form of the record's page.
    [[nodiscard]] std::string request(RecordKind kind, std::string_view id) const {
        return record(kind, id) + below("path.request");
    }
    /// What waits for others to agree.
    [[nodiscard]] std::string requests() const { return desk() + below("path.requests"); }
    [[nodiscard]] std::string publishing_rules() const { return desk() + below("path.publishing_rules"); }
    /// The table of all activities as a file; `ending` is "csv" or "xlsx".
    [[nodiscard]] std::string activity_table(std::string_view ending) const {
        return records(RecordKind::activity) + below("path.activity_table") + "." + std::string(ending);
    }
    /// Where tables of past activities come in, and one of them by its id, or the placeholder of a route.
    [[nodiscard]] std::string activity_imports() const {
        return records(RecordKind::activity) + below("path.activity_import");
    }
    [[nodiscard]] std::string activity_import(std::string_view id) const {
        return activity_imports() + "/" + std::string(id);
    }
    [[nodiscard]] std::string activity_import_preview(std::string_view id) const {
        return activity_import(id) + below("path.activity_import.preview");
    }
    /// The rows that are not taken, as a file.
    [[nodiscard]] std::string activity_import_rest(std::string_view id) const {
        return activity_import(id) + below("path.activity_import.rest") + ".xlsx";
    }
    [[nodiscard]] std::string events() const { return desk() + below("path.events"); }

  private:
    [[nodiscard]] std::string at(std::string_view key) const {
        return "/" + std::string(words_.language().tag()) + below(key);
    }
    [[nodiscard]] std::string below(std::string_view key) const { return "/" + words_.text(key); }

    const Catalogue& words_;
};

/// A path as it may stand in a log: without the token of a link that sets a password.
[[nodiscard]] std::string path_for_log(std::string_view path);

} // namespace interregio::workspace::web
