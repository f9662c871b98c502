#include "modules/editing/approval_store.h"

#include "modules/record/stored_enum.h"

namespace interregio::editing::store {
namespace {

constexpr std::string_view request_columns =
    "q.id, q.what, q.state, q.kind, q.record_id, q.asked_by, q.asked_at, q.language, q.note, q.made_from, q.collided, "
    "q.due_at, q.ready_by, q.closed_by, q.closed_at, q.answer, q.reason";

constexpr std::string_view choice_of_form = "choice:";

std::string select_requests(std::string_view rest) {
    return std::string("SELECT ").append(request_columns).append(" FROM publication_requests q ").append(rest);
}

std::optional<Id<Account>> stored_account(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    return db::stored_id<Account>(*text);
}

std::optional<std::string> text_of_account(const std::optional<Id<Account>>& id) {
    return id ? std::optional(id->text()) : std::nullopt;
}

std::string reason_text(const std::optional<Refusal>& reason) {
    if (!reason) return {};
    Tree arguments = Tree::array();
    for (const auto& [name, value] : reason->arguments) arguments.push_back(Tree::array({name, value}));
    return Tree{{"key", reason->key}, {"arguments", std::move(arguments)}}.dump();
}

std::optional<Refusal> reason_of(const std::string& text) {
    if (text.empty()) return std::nullopt;
    const Tree tree = Tree::parse(text);
    Refusal reason{tree.at("key").get<std::string>(), {}};
    for (const Tree& argument : tree.at("arguments"))
        reason.arguments.emplace_back(argument.at(0).get<std::string>(), argument.at(1).get<std::string>());
    return reason;
}

Request request_in(const db::Rows& rows) {
    Request request;
    request.id = db::stored_uuid(rows.text(0));
    request.what = stored_enum<RequestKind>(rows.text(1));
    request.state = stored_enum<RequestState>(rows.text(2));
    request.kind = db::stored_record_kind(rows.text(3));
    request.record = db::stored_uuid(rows.text(4));
    request.asked_by = db::stored_id<Account>(rows.text(5));
    request.asked_at = rows.get<std::string>(6);
    request.language = db::stored_language(rows.text(7));
    request.note = rows.get<std::string>(8);
    request.made_from = rows.get<std::int64_t>(9);
    request.collided = rows.get<std::int64_t>(10);
    if (const auto due = rows.get<std::optional<std::int64_t>>(11))
        request.due_at = Clock::Time(std::chrono::milliseconds(*due));
    request.ready_by = stored_account(rows.get<std::optional<std::string>>(12));
    request.closed_by = stored_account(rows.get<std::optional<std::string>>(13));
    request.closed_at = rows.get<std::optional<std::string>>(14).value_or("");
    request.answer = rows.get<std::string>(15);
    request.reason = reason_of(rows.get<std::string>(16));
    return request;
}

std::vector<Request> requests_in(db::Rows rows) {
    std::vector<Request> list;
    while (rows.next()) list.push_back(request_in(rows));
    return list;
}

std::optional<Request> one_of(std::vector<Request> list) {
    return list.empty() ? std::nullopt : std::optional(std::move(list.front()));
}

} // namespace

std::optional<Request> find(db::Connection& connection, const Uuid& id) {
    return one_of(requests_in(connection.query(select_requests("WHERE q.id = :id"), {{"id", id.text()}})));
}

std::optional<Request> open_of(db::Connection& connection, const Uuid& record) {
    return one_of(
        requests_in(connection.query(select_requests("WHERE q.record_id = :record AND q.state IN ('open', 'waiting')"),
                                     {{"record", record.text()}})));
}

std::vector<Request> all_open(db::Connection& connection) {
    return requests_in(
        connection.query(select_requests("WHERE q.state IN ('open', 'waiting') ORDER BY q.asked_at, q.id")));
}

std::vector<Request> of_account(db::Connection& connection, Id<Account> account, std::string_view since) {
    return requests_in(connection.query(
        select_requests("WHERE q.id IN (SELECT o.id FROM publication_requests o WHERE o.asked_by = :account UNION "
                        "SELECT g.request FROM publication_agreements g WHERE g.account = :account) "
                        "AND q.state NOT IN ('taken_back', 'replaced') AND (q.closed_at IS NULL OR q.closed_at >= "
                        ":since) ORDER BY q.asked_at DESC, q.id DESC"),
        {{"account", account.text()}, {"since", since}}));
}

std::vector<Uuid> due(db::Connection& connection, Clock::Time now) {
    std::vector<Uuid> list;
    auto rows = connection.query("SELECT id FROM publication_requests WHERE state = 'waiting' AND due_at <= :now "
                                 "ORDER BY due_at, id",
                                 {{"now", now.time_since_epoch().count()}});
    while (rows.next()) list.push_back(db::stored_uuid(rows.text(0)));
    return list;
}

void add(db::Connection& connection, const Request& request) {
    const auto due_at =
        request.due_at ? std::optional<std::int64_t>(request.due_at->time_since_epoch().count()) : std::nullopt;
    connection.execute(
        "INSERT INTO publication_requests (id, kind, record_id, what, state, asked_by, asked_at, language, note, "
        "made_from, collided, due_at, answer, reason) VALUES (:id, :kind, :record, :what, :state, :asked_by, "
        ":asked_at, :language, :note, :made_from, :collided, :due_at, '', '')",
        {{"id", request.id.text()},
         {"kind", name_of(request.kind)},
         {"record", request.record.text()},
         {"what", name_of(request.what)},
         {"state", name_of(request.state)},
         {"asked_by", request.asked_by.text()},
         {"asked_at", request.asked_at},
         {"language", request.language.tag()},
         {"note", request.note},
         {"made_from", request.made_from},
         {"collided", request.collided},
         {"due_at", due_at}});
}

void change(db::Connection& connection, const Request& request) {
    const auto closed_at = request.closed_at.empty() ? std::nullopt : std::optional(request.closed_at);
    connection.execute("UPDATE publication_requests SET state = :state, ready_by = :ready_by, closed_by = :closed_by, "
                       "closed_at = :closed_at, answer = :answer, reason = :reason WHERE id = :id",
                       {{"id", request.id.text()},
                        {"state", name_of(request.state)},
                        {"ready_by", text_of_account(request.ready_by)},
                        {"closed_by", text_of_account(request.closed_by)},
                        {"closed_at", closed_at},
                        {"answer", request.answer},
                        {"reason", reason_text(request.reason)}});
}

FilledIn form_of(db::Connection& connection, const Request& request) {
    FilledIn form{.kind = request.kind, .id = request.record, .version = request.made_from};
    form.collided = request.collided;
    auto rows = connection.query("SELECT name, value FROM publication_request_fields WHERE request = :request",
                                 {{"request", request.id.text()}});
    while (rows.next()) {
        const std::string name = rows.get<std::string>(0);
        if (name.starts_with(choice_of_form))
            form.choices[name.substr(choice_of_form.size())] = rows.text(1) == "mine" ? Side::mine : Side::theirs;
        else
            form.sheet.set(name, rows.get<std::string>(1));
    }
    return form;
}

void put_form(db::Connection& connection, const Uuid& request, const FilledIn& form) {
    const auto put = [&](const std::string& name, std::string_view value) {
        connection.execute(
            "INSERT INTO publication_request_fields (request, name, value) VALUES (:request, :name, :value)",
            {{"request", request.text()}, {"name", name}, {"value", value}});
    };
    for (const auto& [name, value] : form.sheet.fields()) put(name, value);
    for (const auto& [path, side] : form.choices)
        put(std::string(choice_of_form) + path, side == Side::mine ? "mine" : "theirs");
}

std::vector<Given> agreements(db::Connection& connection, const Uuid& request) {
    std::vector<Given> list;
    auto rows = connection.query("SELECT account, version, at FROM publication_agreements WHERE request = :request "
                                 "ORDER BY at, account",
                                 {{"request", request.text()}});
    while (rows.next())
        list.push_back({db::stored_id<Account>(rows.text(0)), rows.get<std::int64_t>(1), rows.get<std::string>(2)});
    return list;
}

void put_agreement(db::Connection& connection, const Uuid& request, const Given& given) {
    connection.execute(
        "INSERT INTO publication_agreements (request, account, version, at) VALUES (:request, :account, "
        ":version, :at) ON CONFLICT (request, account) DO UPDATE SET version = :version, at = :at",
        {{"request", request.text()}, {"account", given.account.text()}, {"version", given.version}, {"at", given.at}});
}

void put_entries(db::Connection& connection, const Uuid& request, std::int64_t first, std::int64_t last) {
    connection.execute("UPDATE publication_requests SET first_entry = :first, last_entry = :last WHERE id = :id",
                       {{"id", request.text()}, {"first", first}, {"last", last}});
}

std::vector<Entries> entries_of(db::Connection& connection, const Uuid& record) {
    std::vector<Entries> list;
    auto rows = connection.query("SELECT DISTINCT q.id, q.asked_by, q.first_entry, q.last_entry FROM journal j JOIN "
                                 "publication_requests q ON q.first_entry <= j.sequence AND q.last_entry >= j.sequence "
                                 "WHERE j.record_id = :record",
                                 {{"record", record.text()}});
    while (rows.next())
        list.push_back({db::stored_uuid(rows.text(0)), db::stored_id<Account>(rows.text(1)), rows.get<std::int64_t>(2),
                        rows.get<std::int64_t>(3)});
    return list;
}

} // namespace interregio::editing::store
