#include "platform/media/zip_directory.h"

#include "platform/media/zip_for_tests.h"

#include <gtest/gtest.h>

namespace interregio {
namespace {

const TestZip sound{.entries = {{"mimetype", "text"}, {"a/b.xml", "<b/>", 8}, {"empty"}}};

bool reads(std::string_view zip) { return read_zip_directory(as_bytes_of(zip)).has_value(); }

/// The sound file with some bytes replaced.
std::string with(std::size_t at, std::string_view bytes) {
    std::string zip = sound.bytes();
    zip.replace(at, bytes.size(), bytes);
    return zip;
}

std::size_t directory_at() { return sound.bytes().find("PK\1\2"); }
std::size_t end_record_at() { return sound.bytes().find("PK\5\6"); }

TEST(ZipDirectory, ReadsTheEntries) {
    const std::string zip = sound.bytes();
    const auto entries = read_zip_directory(as_bytes_of(zip));
    ASSERT_TRUE(entries);
    ASSERT_EQ(entries->size(), 3U);
    EXPECT_EQ((*entries)[0].name, "mimetype");
    EXPECT_EQ((*entries)[0].stored_bytes, "text");
    EXPECT_EQ((*entries)[0].method, 0);
    EXPECT_EQ((*entries)[0].header_at, 0U);
    EXPECT_EQ((*entries)[1].name, "a/b.xml");
    EXPECT_EQ((*entries)[1].stored_bytes, "<b/>");
    EXPECT_EQ((*entries)[1].method, 8);
    EXPECT_EQ((*entries)[2].stored_bytes, "");
}

TEST(ZipDirectory, ReadsAnEmptyFileAndOneWithAComment) {
    EXPECT_TRUE(reads(TestZip{}.bytes()));
    EXPECT_TRUE(reads(TestZip{.entries = {{"a", "x"}}, .comment = "made in Essen"}.bytes()));
    EXPECT_TRUE(reads(TestZip{.entries = {{"a", "x"}}, .comment = std::string(0xFFFF, 'c')}.bytes()));
}

TEST(ZipDirectory, RefusesWhatIsCutShortAnywhere) {
    const std::string zip = sound.bytes();
    for (std::size_t size = 0; size < zip.size(); ++size) EXPECT_FALSE(reads(zip.substr(0, size))) << size;
}

TEST(ZipDirectory, RefusesWhatStandsBeforeOrBehind) {
    EXPECT_FALSE(reads("x" + sound.bytes()));
    EXPECT_FALSE(reads(sound.bytes() + "x"));
    std::string gap = sound.bytes();
    gap.insert(end_record_at(), "PK\6\6");
    EXPECT_FALSE(reads(gap));
}

TEST(ZipDirectory, RefusesADirectoryThatPointsElsewhere) {
    const std::size_t end = end_record_at();
    EXPECT_TRUE(reads(with(end + 16, TestZip::four(directory_at()))));
    EXPECT_FALSE(reads(with(end + 16, TestZip::four(directory_at() + 1))));
    EXPECT_FALSE(reads(with(end + 16, TestZip::four(0))));
    EXPECT_FALSE(reads(with(end + 16, TestZip::four(0xFFFFFFFF))));
    EXPECT_FALSE(reads(with(end + 12, TestZip::four(0xFFFFFFFF))));
    EXPECT_FALSE(reads(with(end + 12, TestZip::four(0))));
}

TEST(ZipDirectory, RefusesWrongCountsAndSeveralVolumes) {
    const std::size_t end = end_record_at();
    EXPECT_FALSE(reads(with(end + 8, TestZip::two(2) + TestZip::two(2))));
    EXPECT_FALSE(reads(with(end + 8, TestZip::two(4) + TestZip::two(4))));
    EXPECT_FALSE(reads(with(end + 8, TestZip::two(0xFFFF) + TestZip::two(0xFFFF))));
    EXPECT_FALSE(reads(with(end + 8, TestZip::two(3) + TestZip::two(4))));
    EXPECT_FALSE(reads(with(end + 4, TestZip::two(1))));
    EXPECT_FALSE(reads(with(end + 6, TestZip::two(1))));
}

TEST(ZipDirectory, RefusesEntriesThatPointElsewhere) {
    const std::size_t entry = directory_at();
    EXPECT_FALSE(reads(with(entry + 42, TestZip::four(1))));
    EXPECT_FALSE(reads(with(entry + 42, TestZip::four(0xFFFFFFFF))));
    EXPECT_FALSE(reads(with(entry + 42, TestZip::four(directory_at()))));
    EXPECT_FALSE(reads(with(entry + 20, TestZip::four(0xFFFFFFFF)))); // stored size, also the mark of ZIP64
    EXPECT_FALSE(reads(with(entry + 20, TestZip::four(directory_at()))));
    EXPECT_FALSE(reads(with(entry + 28, TestZip::two(0))));
    EXPECT_FALSE(reads(with(entry + 28, TestZip::two(0xFFFF))));
    EXPECT_FALSE(reads(with(entry + 30, TestZip::two(0xFFFF))));
    EXPECT_FALSE(reads(with(entry + 32, TestZip::two(0xFFFF))));
    EXPECT_FALSE(reads(with(26, TestZip::two(0xFFFF)))); // the local header's name
    EXPECT_FALSE(reads(with(28, TestZip::two(0xFFFF)))); // and its extra field
}

TEST(ZipDirectory, RefusesTwoStoriesAboutOneEntry) {
    EXPECT_FALSE(reads(TestZip{.entries = {{.name = "a.txt", .local_name = "b.txt"}}}.bytes()));
    EXPECT_FALSE(reads(TestZip{.entries = {{.name = "a.txt", .local_name = ""}}}.bytes()));
    EXPECT_FALSE(reads(TestZip{.entries = {{"twice", "1"}, {"other"}, {"twice", "2"}}}.bytes()));
    EXPECT_FALSE(reads(with(8, TestZip::two(8)))); // stored in the directory, deflated in the local header
}

TEST(ZipDirectory, RefusesEncryptedEntries) {
    EXPECT_TRUE(reads(TestZip{.entries = {{.name = "a", .flags = 1 << 11}}}.bytes())); // names in UTF-8
    EXPECT_FALSE(reads(TestZip{.entries = {{.name = "a", .flags = 1}}}.bytes()));
}

/// No single wrong byte makes it read beyond its bounds (run under AddressSanitizer).
TEST(ZipDirectory, SurvivesEveryWrongByte) {
    const std::string zip = sound.bytes();
    for (std::size_t at = 0; at < zip.size(); ++at)
        for (const char wrong : {'\0', '\x01', '\x7F', '\x80', '\xFF'}) {
            std::string broken = zip;
            broken[at] = wrong;
            const auto entries = read_zip_directory(as_bytes_of(broken));
            if (!entries) continue;
            for (const ZipEntry& entry : *entries) EXPECT_LE(entry.stored_bytes.size(), zip.size());
        }
}

} // namespace
} // namespace interregio
