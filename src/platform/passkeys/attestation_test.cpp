#include "platform/passkeys/attestation.h"

#include <gtest/gtest.h>

namespace interregio::passkeys {
namespace {

Bytes octets(std::string_view text) {
    const auto view = std::as_bytes(std::span(text));
    return {view.begin(), view.end()};
}
using namespace std::string_literals;
const std::string before = "\xa3"
                           "\x63"
                           "fmt"s;

TEST(Attestation, IsReadInItsTwoForms) {
    const auto none = read_attestation(octets(before + "\x64none\x67"
                                                       "attStmt\xa0\x68"
                                                       "authData\x43"
                                                       "abc"));
    ASSERT_TRUE(none);
    EXPECT_FALSE(none->signature);
    EXPECT_EQ(none->data, octets("abc"));
    const auto packed = read_attestation(octets(before +
                                                "\x66packed\x67"
                                                "attStmt\xa2\x63"
                                                "alg\x39\x01\x00\x63sig\x42xy\x68"
                                                "authData\x58\x18"s +
                                                std::string(24, 'd')));
    ASSERT_TRUE(packed);
    EXPECT_EQ(packed->signature->algorithm, -257);
    EXPECT_EQ(packed->signature->bytes, octets("xy"));
    EXPECT_EQ(packed->data.size(), 24U);
}

TEST(Attestation, IsRefusedInAnyOther) {
    const auto problem = [](const std::string& text) { return read_attestation(octets(text)).error(); };
    const std::string rest = "\x67"
                             "attStmt\xa0\x68"
                             "authData\x43"
                             "abc";
    EXPECT_EQ(problem(before + "\x63tpm" + rest), Problem::refused_attestation);
    EXPECT_EQ(problem(before + "\x66packed" + rest), Problem::refused_attestation) << "no signature";
    EXPECT_EQ(problem(before + "\x64none\x67"
                               "attStmt\xa1\x61x\x40\x68"
                               "authData\x43"
                               "abc"),
              Problem::refused_attestation);
    EXPECT_EQ(problem(before + "\x66packed\x67"
                               "attStmt\xa3\x63"
                               "alg\x26\x63sig\x42xy\x63x5c\x80\x68"
                               "authData\x43"
                               "abc"),
              Problem::refused_attestation);
    for (const std::string& wrong : {""s, "\xa3"s,
                                     "\xa2"
                                     "\x63"
                                     "fmt\x64none" +
                                         rest,
                                     before + "\x64none" + rest + "x",   // too little, too much
                                     before + "\x78\x04none" + rest,     // could be shorter
                                     before + "\x7f\x64none\xff" + rest, // without length
                                     before + "\x44none" + rest,         // octets, not text
                                     before + "\x64none\x67"
                                              "attStmt\xa0\x68"
                                              "authData\x5b\xff\xff\xff\xff\xff\xff\xff\xff",
                                     before + "\x64none\x67"
                                              "attStmt\xa0\x68"
                                              "authData\x5a\xff\xff\xff\xff",
                                     before + "\x64none\x68"
                                              "authData\x43"
                                              "abc\x67"
                                              "attStmt\xa0", // in another order
                                     std::string(10'000, '\x81'), std::string(20'000, '\xa1')})
        EXPECT_EQ(problem(wrong), Problem::unreadable) << wrong.substr(0, 40);
}

} // namespace
} // namespace interregio::passkeys
