#include "modules/publishing/affected.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

JournalEntry change_of(RecordKind kind, Tree change, JournalOperation operation = JournalOperation::changed) {
    static const SystemClock clock;
    return {.kind = kind, .record = Uuid::make(clock), .operation = operation, .change = std::move(change)};
}

TEST(Affected, TextsDoNotChangeLists) {
    EXPECT_FALSE(changes_lists(change_of(RecordKind::activity, {{"title/de/text", {"a", "b"}}})));
    EXPECT_FALSE(changes_lists(change_of(RecordKind::activity, {{"title/de/text", {"a", "b"}}, {"slugs/de", {1, 2}}})));
}

TEST(Affected, FieldsThatListsAreMadeByDo) {
    EXPECT_TRUE(changes_lists(change_of(RecordKind::activity, {{"date", {"2020", "2021"}}})));
    EXPECT_TRUE(changes_lists(change_of(RecordKind::activity, {{"title/de/text", {"a", "b"}}, {"status", {1, 2}}})));
    EXPECT_TRUE(changes_lists(change_of(RecordKind::activity, {{"a_field_of_tomorrow", {1, 2}}})));
}

TEST(Affected, ComingAndGoingDoes) {
    EXPECT_TRUE(changes_lists(change_of(RecordKind::place, {{"name", {nullptr, "a"}}}, JournalOperation::created)));
    EXPECT_TRUE(changes_lists(change_of(RecordKind::place, {{"name", {"a", nullptr}}}, JournalOperation::removed)));
}

TEST(Affected, IsWhatReadTheRecordOrItsList) {
    const auto entry = change_of(RecordKind::activity, {{"date", {"2020", "2021"}}});
    const Affected affected({entry});
    db::ReadSet nothing;
    nothing.settle();
    EXPECT_FALSE(affected.by(nothing));
    db::ReadSet record;
    record.add(entry.record);
    record.settle();
    EXPECT_TRUE(affected.by(record));
    db::ReadSet list;
    list.add_list(RecordKind::activity);
    EXPECT_TRUE(affected.by(list));
    db::ReadSet other;
    other.add_list(RecordKind::series);
    other.add(Uuid{});
    other.settle();
    EXPECT_FALSE(affected.by(other));
    db::ReadSet everything;
    everything.add_everything();
    EXPECT_TRUE(affected.by(everything));
    EXPECT_FALSE(Affected({}).by(everything));
}

TEST(Affected, AChangeOfVisibilityIsAboutEverything) {
    // A page that would now name the record has not read it.
    const Affected affected({change_of(RecordKind::person, {{"visible_to/organisation", {"a", nullptr}}})});
    db::ReadSet other;
    other.add_list(RecordKind::series);
    other.settle();
    EXPECT_TRUE(affected.by(other));
    EXPECT_FALSE(changes_visibility(change_of(RecordKind::person, {{"name/visible_to/organisation", {1, 2}}})));
}

} // namespace
} // namespace interregio
