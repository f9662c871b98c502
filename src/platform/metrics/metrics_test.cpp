#include "platform/metrics/metrics.h"

#include <gtest/gtest.h>

#include <limits>
#include <stdexcept>
#include <thread>

namespace interregio::metrics {
namespace {

constexpr double bounds[] = {0.5, 1, 10};

TEST(Metrics, AreWrittenInTheOrderOfTheirNamesFirstUse) {
    Registry registry;
    registry.gauge("interregio_open", "Open now.").set(2.5);
    registry.counter("interregio_read_total", "Read.", {{"kind", "page"}}).add(3);
    registry.gauge("interregio_last", "Last.").add(-1);
    registry.counter("interregio_read_total", "Read.", {{"kind", "file"}, {"status", "2xx"}}).add();
    EXPECT_EQ(registry.text(), "# HELP interregio_open Open now.\n# TYPE interregio_open gauge\ninterregio_open 2.5\n"
                               "# HELP interregio_read_total Read.\n# TYPE interregio_read_total counter\n"
                               "interregio_read_total{kind=\"page\"} 3\n"
                               "interregio_read_total{kind=\"file\",status=\"2xx\"} 1\n"
                               "# HELP interregio_last Last.\n# TYPE interregio_last gauge\ninterregio_last -1\n");
}

TEST(Metrics, TheSameNameAndLabelsAreTheSameInstrument) {
    Registry registry;
    Counter& one = registry.counter("interregio_a_total", "A.", {{"b", "c"}});
    EXPECT_EQ(&registry.counter("interregio_a_total", "A.", {{"b", "c"}}), &one);
    EXPECT_NE(&registry.counter("interregio_a_total", "A."), &one);
    EXPECT_EQ(&registry.gauge("interregio_b", "B."), &registry.gauge("interregio_b", "B."));
    EXPECT_EQ(&registry.histogram("interregio_c", "C.", bounds), &registry.histogram("interregio_c", "C.", bounds));
}

TEST(Metrics, AHistogramCountsUpToItsBounds) {
    Registry registry;
    Histogram& histogram = registry.histogram("interregio_h_seconds", "H.", bounds, {{"kind", "a"}});
    for (const double value : {0.0, 0.5, 0.75, 10.0, 11.0}) histogram.observe(value);
    EXPECT_EQ(registry.text(), "# HELP interregio_h_seconds H.\n# TYPE interregio_h_seconds histogram\n"
                               "interregio_h_seconds_bucket{kind=\"a\",le=\"0.5\"} 2\n"
                               "interregio_h_seconds_bucket{kind=\"a\",le=\"1\"} 3\n"
                               "interregio_h_seconds_bucket{kind=\"a\",le=\"10\"} 4\n"
                               "interregio_h_seconds_bucket{kind=\"a\",le=\"+Inf\"} 5\n"
                               "interregio_h_seconds_sum{kind=\"a\"} 22.25\n"
                               "interregio_h_seconds_count{kind=\"a\"} 5\n");
}

TEST(Metrics, TextIsEscaped) {
    Registry registry;
    registry.gauge("interregio_a", "One \\ and\ntwo.", {{"b", "\"\\\n"}});
    EXPECT_EQ(registry.text(), "# HELP interregio_a One \\\\ and\\ntwo.\n# TYPE interregio_a gauge\n"
                               "interregio_a{b=\"\\\"\\\\\\n\"} 0\n");
}

TEST(Metrics, NumbersAreWrittenAsPrometheusReadsThem) {
    const auto written = [](double value) {
        Registry registry;
        registry.gauge("a", "A.").set(value);
        const std::string text = registry.text();
        return text.substr(text.rfind(' ') + 1);
    };
    EXPECT_EQ(written(1e300), "1e+300\n");
    EXPECT_EQ(written(1'764'000'001), "1764000001\n");
    EXPECT_EQ(written(std::numeric_limits<double>::infinity()), "+Inf\n");
    EXPECT_EQ(written(-std::numeric_limits<double>::infinity()), "-Inf\n");
    EXPECT_EQ(written(std::numeric_limits<double>::quiet_NaN()), "NaN\n");
}

TEST(Metrics, ValuesAreAskedForWhenSomebodyLooks) {
    Registry registry;
    double value = 1;
    registry.ask_gauge("interregio_a", "A.", [&] { return value; });
    registry.ask_counter("interregio_b_total", "B.", [&] { return value; });
    registry.ask_gauge("interregio_c", "C.", []() -> double { throw std::runtime_error("cannot be known"); });
    value = 7;
    EXPECT_EQ(registry.text(), "# HELP interregio_a A.\n# TYPE interregio_a gauge\ninterregio_a 7\n"
                               "# HELP interregio_b_total B.\n# TYPE interregio_b_total counter\n"
                               "interregio_b_total 7\n");
}

TEST(MetricsDeath, WrongUseEndsTheProgram) {
    Registry registry;
    registry.gauge("interregio_a", "A.");
    EXPECT_DEATH(registry.gauge("interregio_a", "B."), "one help text");
    EXPECT_DEATH(registry.gauge("interregio-a", "A."), "the name of a metric");
    EXPECT_DEATH(registry.gauge("1a", "A."), "the name of a metric");
    EXPECT_DEATH(registry.gauge("a_total", "A."), "_total");
    EXPECT_DEATH(registry.counter("a", "A."), "_total");
    EXPECT_DEATH(registry.gauge("a", "A.", {{"b-c", ""}}), "the name of a label");
    EXPECT_DEATH(registry.ask_gauge("interregio_a", "A.", [] { return 0.0; }), "registered once");
    constexpr double falling[] = {2, 1};
    EXPECT_DEATH(Histogram{falling}, "ascend");
}

TEST(MetricsThreads, NothingIsLostBetweenThreads) {
    constexpr int rounds = 20'000;
    Registry registry;
    Counter& counter = registry.counter("interregio_a_total", "A.");
    Gauge& gauge = registry.gauge("interregio_b", "B.");
    Histogram& histogram = registry.histogram("interregio_c", "C.", bounds);
    {
        std::vector<std::jthread> threads;
        for (int index = 0; index < 4; ++index)
            threads.emplace_back([&] {
                for (int round = 0; round < rounds; ++round) {
                    counter.add();
                    gauge.add(round % 2 == 0 ? 1 : -1);
                    histogram.observe(round % 20);
                    if (round % 1000 == 0) registry.counter("interregio_d_total", "D.").add();
                }
            });
        threads.emplace_back([&] {
            for (int round = 0; round < 200; ++round) EXPECT_FALSE(registry.text().empty());
        });
    }
    EXPECT_EQ(counter.value(), 4 * rounds);
    EXPECT_EQ(gauge.value(), 0);
    EXPECT_EQ(histogram.read().cumulative.back(), 4 * rounds);
    EXPECT_EQ(registry.counter("interregio_d_total", "D.").value(), 80);
}

} // namespace
} // namespace interregio::metrics
