// What the screens are made from, and the screens. Each function adds its part to the builder, in reading order.
#pragma once
#include "view/builder.hpp"

namespace finder::view {

struct Scene {
    const State& state;
    const Results& results;
    const Dataset& dataset;
    const Words& words;
    Builder& builder;
    const Program* opened;   // whose page is shown; nullptr on the others

    const Facet& facet(FacetValueId id) const { return dataset.facets[id.facet]; }
    const std::string& label(FacetValueId id) const { return dataset.facets[id.facet].values[id.value].label; }
    bool chosen(FacetValueId id) const;
    std::vector<FacetValueId> all_chosen() const;   // in the order of the filters
    bool anything_chosen() const;
};

void add_crisis(const Scene& scene);
void add_header(const Scene& scene);
void add_filters(const Scene& scene);
void add_problems(const Scene& scene);   // why page view is shown, why data was refused
void add_results(const Scene& scene);    // inside main
std::string range_words(const Scene& scene);   // "Programs 21 to 40 of 63"; empty when one page holds them all
void add_program(const Scene& scene, const Program& program);   // inside main
void add_about(const Scene& scene);      // inside main
void add_back(const Scene& scene);
void add_footer(const Scene& scene);

}  // namespace finder::view
