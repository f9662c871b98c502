// Renditions beside the record: made once, given as long as an image of the record is shown by them, and no longer.

#include "modules/library/made_pictures.h"
#include "modules/library/picture_maker.h"
#include "modules/record/records.h"
#include "platform/media/credit.h"
#include "platform/media/image_for_tests.h"
#include "small_record.h"

#include <gmock/gmock.h>

#include <thread>

namespace interregio {
namespace {

class PicturesTest : public RecordTest {
  protected:
    void SetUp() override {
        RecordTest::SetUp();
        write_small_record(record_);
        record_.write("images/tower.png", test_image(400, 250, ".png"));
        import_again();
    }
    void import_again(Missing missing = Missing::keep) {
        const auto imported = import(record_.path(), missing);
        ASSERT_TRUE(imported) << words(imported.error());
    }
    PictureCounts make() { return make_pictures(*database_, {}); }

    [[nodiscard]] Image tower() {
        const db::Reader reader = database_->read();
        return find(*reader, id_of_key<Image>(*reader, "tower").value()).value();
    }
    [[nodiscard]] std::optional<MadePicture> made() {
        const auto source = source_of(tower());
        return made_picture(*database_->read(), source);
    }
    [[nodiscard]] std::optional<std::string> file(const std::string& mark, std::string_view name) {
        return find_rendition(*database_->read(), mark, name);
    }

    TemporaryFolder record_;
};

TEST_F(PicturesTest, AreMadeOnceWithAllTheirFiles) {
    EXPECT_FALSE(made());
    EXPECT_EQ(pictures_to_make(*database_), 1);
    const auto journal = count("journal");
    EXPECT_EQ(make().made, 1);
    EXPECT_EQ(make().made, 0);
    EXPECT_EQ(pictures_to_make(*database_), 0);
    EXPECT_EQ(count("journal"), journal) << "derived data is no change of the record";
    const auto picture = made();
    ASSERT_TRUE(picture);
    EXPECT_THAT(picture->mark, testing::MatchesRegex("[0-9a-f]{20}"));
    EXPECT_THAT(picture->tone, testing::MatchesRegex("[0-3]{3}"));
    for (const char* name : {"320.avif", "320.webp", "320.jpg", "400.avif", "400.webp", "400.jpg", "share.jpg"})
        EXPECT_TRUE(file(picture->mark, name)) << name;
    EXPECT_FALSE(file(picture->mark, "480.jpg"));
    EXPECT_FALSE(file(std::string(20, '0'), "320.jpg"));
    EXPECT_EQ(count("renditions"), 7);
}

TEST_F(PicturesTest, CarryTheCreditOfTheRecord) {
    make();
    for (const char* name : {"320.avif", "320.webp", "320.jpg", "share.jpg"})
        EXPECT_EQ(credit_in(test_bytes(file(made()->mark, name).value())), "© RVR / Sandra Jureck") << name;
}

TEST_F(PicturesTest, HaveAnotherMarkWhenCreditOrFocalPointChange) {
    make();
    const auto first = made()->mark;
    record_.edit("base.yaml", "credit: © RVR / Sandra Jureck", "credit: © RVR");
    import_again();
    EXPECT_FALSE(made());
    EXPECT_FALSE(file(first, "320.jpg")) << "the credit in it is no longer true";
    EXPECT_EQ(make().made, 1);
    const auto second = made()->mark;
    EXPECT_NE(second, first);
    EXPECT_EQ(count("made_pictures"), 1) << "what is not used is gone";
    EXPECT_EQ(count("renditions"), 7);
    record_.edit("base.yaml", "focal_x: 0.25", "focal_x: 0.26");
    import_again();
    EXPECT_EQ(make().made, 1);
    EXPECT_NE(made()->mark, second);
}

TEST_F(PicturesTest, AreNotGivenOnceTheImageIsGone) {
    make();
    const auto mark = made()->mark;
    ASSERT_TRUE(file(mark, "320.jpg"));
    record_.write("base.yaml", "");
    record_.write("record.yaml", "format: interregio-record/1\ninclude: []\n");
    import_again(Missing::remove);
    EXPECT_FALSE(file(mark, "320.jpg"));
    EXPECT_EQ(make().made, 0);
    EXPECT_EQ(count("renditions"), 0);
}

TEST_F(PicturesTest, BrokenOnesAreReportedOnceAndPassedOver) {
    database_->write([](db::Connection& connection) {
        const std::string rubbish = "not a picture any more";
        connection.execute("UPDATE blobs SET bytes = :bytes WHERE media_type = 'image/png'",
                           {{"bytes", std::as_bytes(std::span(rubbish))}});
    });
    std::vector<std::string> reasons;
    PictureEvents events;
    events.failed = [&](const std::string&, const std::string& reason) { reasons.push_back(reason); };
    EXPECT_EQ(make_pictures(*database_, events).failed, 1);
    EXPECT_THAT(reasons, testing::ElementsAre(testing::HasSubstr("image_broken")));
    EXPECT_EQ(make_pictures(*database_, events).failed, 0);
    EXPECT_FALSE(made());
    EXPECT_FALSE(stand_in(*database_->read(), source_of(tower())));
}

TEST_F(PicturesTest, AreNotBegunWhenToldToStop) {
    std::stop_source stop;
    stop.request_stop();
    EXPECT_EQ(make_pictures(*database_, {}, stop.get_token()).made, 0);
    EXPECT_EQ(count("renditions"), 0);
}

TEST_F(PicturesTest, TellWhichImagesHaveBecomeBetter) {
    const auto before = pictures_made(*database_->read());
    make();
    EXPECT_THAT(images_made_since(*database_->read(), before), testing::ElementsAre(tower().id.uuid()));
    EXPECT_THAT(images_made_since(*database_->read(), pictures_made(*database_->read())), testing::IsEmpty());
}

TEST_F(PicturesTest, HaveAStandInWithoutMetadataBeforeAndAfter) {
    record_.write("images/tower.png", test_image_with_secrets());
    import_again();
    const auto source = find_picture_source(*database_->read(), tower().file.hash, "tower.png");
    ASSERT_TRUE(source);
    EXPECT_EQ(*source, source_of(tower()));
    EXPECT_FALSE(find_picture_source(*database_->read(), tower().file.hash, "other.png"));
    for (int round = 0; round < 2; ++round) {
        const auto jpeg = stand_in(*database_->read(), *source);
        ASSERT_TRUE(jpeg);
        EXPECT_TRUE(jpeg->starts_with("\xFF\xD8"));
        EXPECT_EQ(jpeg->find("Secret"), std::string::npos);
        EXPECT_EQ(credit_in(test_bytes(*jpeg)), "© RVR / Sandra Jureck");
        make();
    }
}

TEST_F(PicturesTest, SeveralMakersDoNotDisturbEachOther) {
    {
        const std::jthread other([&] { make(); });
        make();
    }
    EXPECT_TRUE(made());
    EXPECT_EQ(count("made_pictures"), 1);
    EXPECT_EQ(count("renditions"), 7);
}

TEST_F(PicturesTest, ACreditInTheFileIsTakenWhereTheRecordSaysNone) {
    record_.write("images/tower.png", test_image_with_secrets());
    record_.edit("base.yaml", "    credit: © RVR / Sandra Jureck\n", "");
    import_again();
    EXPECT_EQ(tower().credit, "Secret agency");
    const auto journal = count("journal");
    import_again();
    EXPECT_EQ(count("journal"), journal) << "the second time it is the same";
    TemporaryFolder other;
    ASSERT_TRUE(export_to(other.path() / "export"));
    EXPECT_THAT(other.read("export/images.yaml"), testing::HasSubstr("credit: Secret agency"));
}

TEST_F(PicturesTest, WithoutAnyCreditTheImportIsRefused) {
    record_.edit("base.yaml", "    credit: © RVR / Sandra Jureck\n", "");
    const auto refused = import(record_.path());
    ASSERT_FALSE(refused);
    ASSERT_EQ(refused.error().size(), 1U) << words(refused.error());
    const Problem& problem = refused.error().front();
    EXPECT_EQ(problem.path, "images[0].credit");
    EXPECT_EQ(problem.refusal, (Refusal{"refusal.media.no_credit", {{"file", "images/tower.png"}}}));
    EXPECT_EQ(problem.file, "base.yaml");
    EXPECT_GT(problem.mark.line, 0);
    record_.edit("base.yaml", "    licence: EUPL-1.2\n", "    credit: ''\n    licence: EUPL-1.2\n");
    EXPECT_FALSE(import(record_.path())) << "written down as nothing";
}

} // namespace
} // namespace interregio
