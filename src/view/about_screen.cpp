// What an intensive outpatient program is, in the fewest plain words.
#include "view/scene.hpp"

namespace finder::view {

void add_about(const Scene& scene) {
    Builder& b = scene.builder;
    const Words& words = scene.words;
    add_back(scene);
    const auto text = b.open(Role::detail_text);
    b.leaf(Role::page_title, words("about.title"));
    b.leaf(Role::prose, words("about.what"));
    b.leaf(Role::prose, words("about.hours"));
    b.leaf(Role::section_title, words("about.steps.title"));
    b.leaf(Role::prose, words("about.steps"));
    b.leaf(Role::section_title, words("about.inside.title"));
    {
        const auto list = b.open(Role::bullets);
        for (const std::string_view key : {"about.inside.1", "about.inside.2", "about.inside.3", "about.inside.4", "about.inside.5"})
            b.leaf(Role::bullet, words(key));
    }
    b.leaf(Role::section_title, words("about.pay.title"));
    b.leaf(Role::prose, words("about.pay"));
    b.leaf(Role::section_title, words("about.list.title"));
    b.leaf(Role::prose, words("about.list"));
}

}  // namespace finder::view
