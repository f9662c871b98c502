// Drafts in the database: declared in drafts.h.
#include "modules/editing/drafts.h"

#include "modules/editing/record_names.h"
#include "platform/db/stored_values.h"

#include <nlohmann/json.hpp>

namespace interregio::editing {
namespace {

using accounts::Account;

constexpr std::string_view columns = "SELECT id, kind, record_id, version, language, scope, fields, kept_at FROM "
                                     "account_drafts WHERE account = :account";

Draft draft_in(const db::Rows& rows) {
    Draft draft;
    draft.id = db::stored_uuid(rows.text(0));
    draft.form.kind = db::stored_record_kind(rows.text(1));
    if (!rows.null(2)) draft.form.id = db::stored_uuid(rows.text(2));
    draft.form.version = rows.get<std::int64_t>(3);
    draft.language = db::stored_language(rows.text(4));
    if (!rows.null(5)) draft.form.draft_for = parse_scope(rows.text(5));
    draft.form.sheet = Sheet(nlohmann::json::parse(rows.text(6)).get<Sheet::Fields>());
    draft.kept_at = rows.get<std::string>(7);
    return draft;
}

std::optional<Draft> first_of(db::Rows rows) {
    if (!rows.next()) return std::nullopt;
    return draft_in(rows);
}

std::int64_t number_of_drafts(db::Connection& connection, Id<Account> account) {
    auto rows =
        connection.query("SELECT COUNT(*) FROM account_drafts WHERE account = :account", {{"account", account.text()}});
    return rows.next() ? rows.get<std::int64_t>(0) : 0;
}

} // namespace

std::expected<Uuid, Refusal> keep(db::Connection& connection, Id<Account> account, const Draft& draft,
                                  const Clock& clock) {
    const bool is_new = draft.form.id.nil();
    auto before = is_new ? find_draft(connection, account, draft.id) : draft_of(connection, account, draft.form.id);
    // A draft of a record, or of another kind, does not become that of something new.
    if (before && (before->form.id != draft.form.id || before->form.kind != draft.form.kind)) before.reset();
    if (!before && number_of_drafts(connection, account) >= most_drafts)
        return std::unexpected(Refusal{"refusal.draft.too_many", {{"most", std::to_string(most_drafts)}}});
    if (before) drop_draft(connection, account, before->id);
    const Uuid id = before ? before->id : Uuid::make(clock);
    const std::string record = draft.form.id.text();
    const std::string scope = draft.form.draft_for ? scope_text(*draft.form.draft_for) : std::string();
    connection.execute(
        "INSERT INTO account_drafts (id, account, kind, record_id, version, language, scope, fields, kept_at) VALUES "
        "(:id, :account, :kind, :record, :version, :language, :scope, :fields, :kept_at)",
        {{"id", id.text()},
         {"account", account.text()},
         {"kind", name_of(draft.form.kind)},
         {"record", is_new ? std::nullopt : std::optional<std::string_view>(record)},
         {"version", draft.form.version},
         {"language", draft.language.tag()},
         {"scope", scope.empty() ? std::nullopt : std::optional<std::string_view>(scope)},
         {"fields", nlohmann::json(draft.form.sheet.fields()).dump()},
         {"kept_at", timestamp(clock.now())}});
    return id;
}

std::optional<Draft> find_draft(db::Connection& connection, Id<Account> account, const Uuid& id) {
    return first_of(
        connection.query(std::string(columns) + " AND id = :id", {{"account", account.text()}, {"id", id.text()}}));
}

std::optional<Draft> draft_of(db::Connection& connection, Id<Account> account, const Uuid& record) {
    return first_of(connection.query(std::string(columns) + " AND record_id = :record",
                                     {{"account", account.text()}, {"record", record.text()}}));
}

std::vector<Draft> drafts_of(db::Connection& connection, Id<Account> account) {
    auto rows =
        connection.query(std::string(columns) + " ORDER BY kept_at DESC, id DESC", {{"account", account.text()}});
    std::vector<Draft> drafts;
    while (rows.next()) drafts.push_back(draft_in(rows));
    return drafts;
}

std::set<Uuid> records_drafted_by_others(db::Connection& connection, const std::optional<Id<Account>>& account) {
    auto rows = connection.query("SELECT DISTINCT record_id FROM account_drafts WHERE record_id IS NOT NULL AND "
                                 "account <> :account",
                                 {{"account", account ? account->text() : std::string()}});
    std::set<Uuid> records;
    while (rows.next()) records.insert(db::stored_uuid(rows.text(0)));
    return records;
}

void drop_draft(db::Connection& connection, Id<Account> account, const Uuid& id) {
    connection.execute("DELETE FROM account_drafts WHERE account = :account AND id = :id",
                       {{"account", account.text()}, {"id", id.text()}});
}

std::string typed_name(const FilledIn& form) {
    if (form.kind == RecordKind::person) {
        std::string name(form.sheet.at("given_name"));
        const std::string_view family = form.sheet.at("family_name");
        return name.append(name.empty() || family.empty() ? "" : " ").append(family);
    }
    const std::string field = std::string(naming_field(form.kind)) + ".";
    for (const auto& [name, typed] : form.sheet.fields())
        if (name.starts_with(field) && Language::parse(std::string_view(name).substr(field.size())) && !typed.empty())
            return typed;
    return {};
}

} // namespace interregio::editing
