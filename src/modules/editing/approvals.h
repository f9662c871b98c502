#pragma once
// Asking for something to be published, or to be changed in what is public; agreeing to it, declining it; publishing it
// when everybody has agreed and its time has come. Whose agreement is needed, publishing_rules.h says, and who may
// publish at all, rights.h. An agreement counts for exactly the version that was shown to the one who gave it. A record
// has one open request at a time.
//
// Every operation is one write transaction of its own and refuses what the one who does it may not:
//   refusal.request.unknown        there is none, or none that they may know of
//   refusal.request.closed         it is not open any more
//   refusal.request.changed_since  the record was changed since it was shown to them
// and, of what is published or changed, what changes.h and publishing.h refuse. Nothing is changed then.

#include "modules/editing/history.h"
#include "modules/editing/publishing.h"

#include <array>

namespace interregio::editing {

enum class RequestKind { publish, change };
constexpr auto enum_names(RequestKind) { return std::array<std::string_view, 2>{"publish", "change"}; }

/// Open: somebody has still to agree. Waiting: everybody has agreed, its time has not come. The others are closed.
enum class RequestState { open, waiting, published, declined, taken_back, replaced, failed };
constexpr auto enum_names(RequestState) {
    return std::array<std::string_view, 7>{"open",       "waiting",  "published", "declined",
                                           "taken_back", "replaced", "failed"};
}

struct Request {
    Uuid id;
    RequestKind what = RequestKind::publish;
    RequestState state = RequestState::open;
    RecordKind kind = RecordKind::activity;
    Uuid record;
    Id<Account> asked_by;
    std::string asked_at; ///< timestamp
    Language language;    ///< in which a form was filled in
    std::string note{};
    std::int64_t made_from = 0;             ///< of a change: version of the record that the form showed
    std::int64_t collided = 0;              ///< as in FilledIn
    std::optional<Clock::Time> due_at{};    ///< not before then
    std::optional<Id<Account>> ready_by{};  ///< who was the last to agree, once nobody was missing
    std::optional<Id<Account>> closed_by{}; ///< none where the time did it
    std::string closed_at{};                ///< timestamp; empty while it is open
    std::string answer{};                   ///< of one that was declined: why
    std::optional<Refusal> reason{};        ///< of one that has failed

    [[nodiscard]] bool is_open() const { return state == RequestState::open || state == RequestState::waiting; }
};

/// What the operations need besides who does them. All must outlive it.
struct Office {
    db::Database& database;
    const Clock& clock;
    std::vector<Language> spoken; ///< as in EditContext
};

inline constexpr std::size_t longest_note = 2000; ///< bytes

struct Asking {
    RecordKind kind = RecordKind::activity;
    Uuid record;
    std::string note{};
    std::optional<Clock::Time> due_at{};
    std::int64_t version = 0;       ///< of a publication: version_to_agree() as it was shown
    std::optional<FilledIn> form{}; ///< of a change
    Language language;
};

/// What came of it.
enum class Outcome { asked, agreed, waiting, published, saved };
template <class T> using Answered = std::expected<T, NotSaved>;

/// Asks for a record to be published, or for the change that a form says. Somebody who may publish agrees by asking;
/// when that is enough, it is done at once or waits for its time. Whatever is wrong is said now, not when others have
/// agreed. An earlier open request of the same person is replaced. A draft that a party which has to agree cannot see
/// is shown to its partnership. Refuses refusal.request.other_open {name}, .note_long, .nothing (a form that changes
/// nothing), refusal.moment.past.
[[nodiscard]] Answered<Outcome> ask(const Office& office, const accounts::Actor& actor, const Asking& asked);

/// refusal.request.agreed_already; of a change that collides with what others have changed, refusal.request.collides.
[[nodiscard]] Answered<Outcome> agree(const Office& office, const accounts::Actor& actor, const Uuid& id,
                                      std::int64_t version);

/// Says no, with a word to the one who asked: refusal.request.why when there is none.
[[nodiscard]] std::expected<void, Refusal> decline(const Office& office, const accounts::Actor& actor, const Uuid& id,
                                                   const std::string& why);
/// One's own.
[[nodiscard]] std::expected<void, Refusal> take_back(const Office& office, const accounts::Actor& actor,
                                                     const Uuid& id);

/// Publishes or changes at once, as publish() does, and closes what was asked for meanwhile: that is done then.
[[nodiscard]] SaveResult publish_at_once(EditContext& context, RecordKind kind, const Uuid& id);

/// A request whose time has come, and what became of it: published or failed.
struct Carried {
    Uuid id;
    RequestState state = RequestState::published;
    std::string reason{}; ///< key of the refusal where it has failed
};
/// Publishes what is due and agreed; what may not be any more fails, with its reason. Each in a transaction of its own;
/// writes nothing when nothing is due. Ends early when `stop` says so.
[[nodiscard]] std::vector<Carried> publish_due(const Office& office, const std::function<bool()>& stop);

// ---- looking

/// The version that somebody agrees to: the last entry of the journal of the record and, of a publication, of what is
/// published with it. `connection` sees everything.
[[nodiscard]] std::int64_t version_to_agree(db::Connection& connection, RequestKind what, RecordKind kind,
                                            const Uuid& record);

/// Whether somebody has asked for something that is neither done nor refused yet.
[[nodiscard]] bool has_open_request(db::Connection& connection, const Uuid& record);

/// What somebody would still need to publish a record, or to change what is public in it, by themselves.
[[nodiscard]] MissingConsent missing_alone(db::Connection& connection, const accounts::Actor& actor, RequestKind what,
                                           RecordKind kind, const Uuid& record);

/// What it takes somebody to have a draft published.
struct PublishingNeeds {
    MissingConsent missing;   ///< besides them; none: they may alone
    std::int64_t version = 0; ///< version_to_agree()
    bool shares = false;      ///< asking shows what one organisation keeps to itself to the partnership that agrees
};
/// `seen` sees what they may see, `connection` everything.
[[nodiscard]] PublishingNeeds publishing_needs(db::Connection& connection, db::Connection& seen,
                                               const accounts::Actor& actor, RecordKind kind, const Uuid& record);

struct GivenConsent {
    std::string name;
    Id<Organisation> organisation;
    std::string at;
    bool counts = true; ///< not when the record has been changed since, or when they may not publish any more
};

/// An open request as somebody sees it.
struct ShownRequest {
    Request request;
    std::string asked_by;
    Id<Organisation> organisation;
    std::vector<GivenConsent> agreements{};
    MissingConsent missing{};
    std::int64_t version = 0;           ///< what they would agree to
    bool changed_since = false;         ///< since somebody agreed to it, or since it was proposed
    std::vector<FieldChange> changes{}; ///< of a change: what they may see of it
    bool may_agree = false;
    bool may_decline = false;
    bool is_own = false;
};
/// To whom the record is visible and who may propose changes of it; nobody else sees requests.
[[nodiscard]] std::optional<ShownRequest> open_request(const Office& office, const HistoryReader& reader,
                                                       const accounts::Actor& actor, RecordKind kind,
                                                       const Uuid& record);

/// A request in a list.
struct ListedRequest {
    Request request;
    NamedRecord record;
    std::string asked_by;
    std::string closed_by; ///< empty where it is open, or the time did it
};
/// By others: those that somebody who has signed in can agree to and has not, the oldest first. `seen` sees what they
/// may see, `connection` everything.
[[nodiscard]] std::vector<ListedRequest> waiting_for(db::Connection& connection, db::Connection& seen,
                                                     RecordNames& names, const accounts::Actor& actor);
/// Their own: open; declined or failed in the last 30 days; and what they agreed to and has failed. The newest first.
[[nodiscard]] std::vector<ListedRequest> own_requests(db::Connection& seen, RecordNames& names,
                                                      const accounts::Actor& actor, const Clock& clock);

/// What of a record's journal was agreed to by others, by entry.
struct AgreedEntries {
    std::int64_t first = 0;
    std::int64_t last = 0;
    std::string asked_by;
    std::vector<std::string> agreed; ///< names, besides the one who asked
};
[[nodiscard]] std::vector<AgreedEntries> agreed_entries(db::Connection& seen, const Uuid& record);

} // namespace interregio::editing
