#include "platform/secrets/key_file.h"

#include "platform/secrets/encodings.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <fstream>
#include <string>
#include <sys/stat.h>
#include <unistd.h>

namespace interregio::secrets {
namespace {

class KeyFile : public testing::Test {
  protected:
    void SetUp() override {
        std::string pattern = (std::filesystem::temp_directory_path() / "key_file_XXXXXX").string();
        ASSERT_NE(mkdtemp(pattern.data()), nullptr);
        folder_ = pattern;
    }
    void TearDown() override { std::filesystem::remove_all(folder_); }

    [[nodiscard]] std::filesystem::path path() const { return folder_ / "interregio.key"; }
    void write(std::string_view text, mode_t mode = 0600) const {
        std::ofstream(path(), std::ios::binary) << text;
        ASSERT_EQ(chmod(path().c_str(), mode), 0);
    }
    [[nodiscard]] std::string refusal() const {
        const auto key = read_key_file(path());
        return key ? "read" : key.error().key;
    }

    /// Makes a key file as a process with that umask; its permissions are 0600 nevertheless.
    [[nodiscard]] std::expected<SealingKey, Refusal> made_under(mode_t mask) const {
        const mode_t before = umask(mask);
        auto made = create_key_file(path());
        umask(before);
        EXPECT_EQ(std::filesystem::status(path()).permissions(), std::filesystem::perms{0600});
        return made;
    }

    std::filesystem::path folder_;
    const std::string line_ = base64url(SecretBytes::copy_of(std::string(32, 'k')).bytes());
};

TEST_F(KeyFile, IsMadeForItsOwnerAloneAndReadAgain) {
    const auto made = made_under(0);
    ASSERT_TRUE(made);
    EXPECT_EQ(std::filesystem::file_size(path()), 44U);
    const auto read = read_key_file(path());
    ASSERT_TRUE(read);
    EXPECT_TRUE(same_secret(read->bytes(), made->bytes()));
}

TEST_F(KeyFile, IsReadableWhateverTheUmask) { EXPECT_TRUE(made_under(0777)); }

TEST_F(KeyFile, AnExistingOneIsNeverTouched) {
    const auto made = create_key_file(path());
    ASSERT_TRUE(made);
    const auto again = create_key_file(path());
    ASSERT_FALSE(again);
    EXPECT_EQ(again.error().key, "refusal.key_file.exists");
    EXPECT_TRUE(same_secret(read_key_file(path())->bytes(), made->bytes()));
}

TEST_F(KeyFile, ADanglingLinkIsNotFollowedWhenMaking) {
    ASSERT_EQ(symlink((folder_ / "elsewhere").c_str(), path().c_str()), 0);
    EXPECT_EQ(create_key_file(path()).error().key, "refusal.key_file.exists");
    EXPECT_FALSE(std::filesystem::exists(folder_ / "elsewhere"));
}

TEST_F(KeyFile, CannotBeMadeWithoutItsFolder) {
    const auto made = create_key_file(folder_ / "none" / "key");
    ASSERT_FALSE(made);
    EXPECT_EQ(made.error().key, "refusal.key_file.not_written");
    EXPECT_EQ(made.error().arguments.size(), 2u);
}

TEST_F(KeyFile, RefusedWhenOthersMayReadOrWrite) {
    for (const mode_t mode : {0640, 0604, 0620, 0602, 0610, 0601, 0644, 0777}) {
        write(line_, mode);
        EXPECT_EQ(refusal(), "refusal.key_file.open_to_others") << std::oct << mode;
        std::filesystem::remove(path());
    }
    write(line_, 0400);
    EXPECT_EQ(refusal(), "read");
}

TEST_F(KeyFile, WhatIsNoFileIsRefused) {
    EXPECT_EQ(refusal(), "refusal.key_file.none");
    std::filesystem::create_directory(path());
    EXPECT_EQ(refusal(), "refusal.key_file.unreadable");
    std::filesystem::remove(path());
    ASSERT_EQ(mkfifo(path().c_str(), 0600), 0);
    EXPECT_EQ(refusal(), "refusal.key_file.unreadable") << "and nobody waits for a writer";
}

TEST_F(KeyFile, HoldsOneLineOfAKey) {
    write(line_);
    EXPECT_EQ(refusal(), "read");
    for (const std::string& text : {std::string(), std::string("\n"), line_ + "\n\n", line_ + " ", line_.substr(1),
                                    line_ + "A", line_ + "\n" + line_, " " + line_, std::string(44, '\0')}) {
        write(text);
        EXPECT_EQ(refusal(), "refusal.key_file.malformed") << text;
    }
    write(line_ + "\n");
    EXPECT_EQ(refusal(), "read");
}

} // namespace
} // namespace interregio::secrets
