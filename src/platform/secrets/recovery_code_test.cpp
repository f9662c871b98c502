#include "platform/secrets/recovery_code.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <set>

namespace interregio::secrets {
namespace {

TEST(RecoveryCode, TenDifferentOnesOfThreeGroups) {
    const auto codes = new_recovery_codes();
    EXPECT_EQ(codes.size(), 10u);
    EXPECT_EQ(std::set(codes.begin(), codes.end()).size(), 10u);
    for (const std::string& code : codes) {
        ASSERT_EQ(code.size(), 17u);
        EXPECT_EQ(code[5], '-');
        EXPECT_EQ(code[11], '-');
        EXPECT_TRUE(recovery_code_typed(code)) << code;
    }
}

TEST(RecoveryCode, UsesAllLettersAndNoneThatAreTakenForEachOther) {
    std::set<char> used;
    for (int i = 0; i < 50; ++i)
        for (const std::string& code : new_recovery_codes()) used.insert(code.begin(), code.end());
    used.erase('-');
    EXPECT_EQ(used.size(), 22u);
    for (const char c : std::string_view("0o1il2z5s8b9qv")) EXPECT_FALSE(used.contains(c)) << c;
    EXPECT_GT(15 * std::log2(22), 64) << "NIST SP 800-63B, 5.1.2.2";
}

TEST(RecoveryCode, HowItIsTypedDoesNotMatter) {
    const std::string plain = "ac3defgh4jkmnpr";
    EXPECT_EQ(recovery_code_typed("ac3de-fgh4j-kmnpr"), plain);
    EXPECT_EQ(recovery_code_typed("  AC3DE fgh4j\tKmnPr "), plain);
    EXPECT_EQ(recovery_code_typed("ac3defgh4jkmnpr"), plain);
    EXPECT_EQ(recovery_code_typed("ac3de–fgh4j\u2011kmnpr\u00A0"), plain) << "dashes of word processors";
}

TEST(RecoveryCode, OtherTextIsNone) {
    EXPECT_FALSE(recovery_code_typed(""));
    EXPECT_FALSE(recovery_code_typed("---"));
    EXPECT_FALSE(recovery_code_typed("ac3de-fgh4j-kmnp")) << "one too few";
    EXPECT_FALSE(recovery_code_typed("ac3de-fgh4j-kmnprr")) << "one too many";
    EXPECT_FALSE(recovery_code_typed("ac3de-fgh4j-kmnp0")) << "a digit that no code has";
    EXPECT_FALSE(recovery_code_typed("ac3de-fgh4j-kmnpą"));
    EXPECT_FALSE(recovery_code_typed("ac3de-fgh4j-kmnpr\xE2\x80"));
}

TEST(RecoveryCode, IsFoundAmongTheStored) {
    const auto codes = new_recovery_codes();
    std::vector<std::string> stored;
    for (const std::string& code : codes) stored.push_back(recovery_code_hash(code));
    for (std::size_t i = 0; i < codes.size(); ++i) EXPECT_EQ(matching_recovery_code(stored, codes[i]), i);
    EXPECT_FALSE(matching_recovery_code(stored, new_recovery_codes().front()));
    EXPECT_FALSE(matching_recovery_code(stored, "no code"));
    EXPECT_FALSE(matching_recovery_code({}, codes[0]));
}

TEST(RecoveryCode, StoredFormIsSaltedAndTellsNothing) {
    const std::string code = "ac3de-fgh4j-kmnpr";
    const std::string hash = recovery_code_hash(code);
    EXPECT_EQ(hash.size(), 64u); // 48 bytes
    EXPECT_NE(hash, recovery_code_hash(code)) << "a salt of its own";
    EXPECT_EQ(matching_recovery_code({recovery_code_hash(code)}, "AC3DE FGH4J KMNPR"), 0u);
}

TEST(RecoveryCode, StoredFormStays) {
    // Made with Python's hashlib.pbkdf2_hmac: salt 00…0f.
    EXPECT_EQ(matching_recovery_code({"AAECAwQFBgcICQoLDA0ODx9qeCtqEe3ZxaXhulU3nk-f_BmWd5ePpiVApu2NmeDT"},
                                     "ac3de-fgh4j-kmnpr"),
              0u);
}

TEST(RecoveryCode, DamagedStoredFormsMatchNothing) {
    const std::string code = "ac3de-fgh4j-kmnpr";
    std::string altered = recovery_code_hash(code);
    altered.back() = altered.back() == 'A' ? 'B' : 'A';
    std::string salt = recovery_code_hash(code);
    salt.front() = salt.front() == 'A' ? 'B' : 'A';
    const std::string right = recovery_code_hash(code);
    EXPECT_FALSE(matching_recovery_code({altered, salt, "", "?", right.substr(4)}, code));
    EXPECT_EQ(matching_recovery_code({altered, "", right}, code), 2u);
}

} // namespace
} // namespace interregio::secrets
