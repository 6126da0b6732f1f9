#include "session/describe.hpp"

#include <algorithm>
#include <cmath>
#include <set>

#include "session/build_frame.hpp"
#include "session/compare.hpp"
#include "session/scene_math.hpp"
#include "session/update.hpp"

namespace genu {

namespace {

class Words {
public:
    Words(const AppState& state, const Library& library) : state_(state), library_(library), clinical_(state.settings.clinical_register) {}

    std::string all()
    {
        warnings();
        picture();
        condition();
        comparison();
        structure();
        exercise();
        answers();
        notes();
        out_ += "\n" + t("app.disclaimer") + "\n";
        return out_;
    }

private:
    const std::string& t(const std::string& key) const { return library_.texts(key); }
    void heading(const std::string& words) { out_ += (out_.empty() ? "" : "\n") + words + "\n"; }
    void line(const std::string& words) { if (!words.empty()) out_ += "- " + words + "\n"; }
    void line(const std::string& what, const std::string& words) { if (!words.empty()) line(what + ": " + words); }

    std::string finding(const FindingId& id) const
    {
        const Finding* f = library_.knowledge.find(id);
        return !f ? id.text() : clinical_ && !f->clinical.empty() ? f->clinical : f->plain;
    }

    template <class Ids>
    std::string names(const Ids& ids) const
    {
        std::string list;
        for (const StructureId& id : ids) list += (list.empty() ? "" : ", ") + library_.catalogue.name(id);
        return list;
    }

    template <class Ids>
    std::string findings(const Ids& ids) const
    {
        std::string list;
        for (const FindingId& id : ids) list += (list.empty() ? "" : "; ") + finding(id);
        return list;
    }

    /// The standard view that lies nearest to where the eye is.
    std::string direction() const
    {
        const Camera camera = current_camera(state_);
        const StandardView* best = nullptr;
        double least = 1e9;
        for (const StandardView& view : library_.views) {
            const double yaw = std::remainder(camera.yaw_rad - view.yaw_deg * 3.14159265358979 / 180, 2 * 3.14159265358979);
            const double pitch = camera.pitch_rad - view.pitch_deg * 3.14159265358979 / 180;
            const double away = yaw * yaw + pitch * pitch;
            if (away < least - 1e-6) least = away, best = &view;
        }
        return best ? t("view." + best->name) : std::string{};
    }

    std::string pose() const
    {
        std::string list;
        const Pose now = current_pose(state_, library_);
        for (const std::string& name : joint_axis_names()) {
            const double deg = now[*joint_axis_from_name(name)];
            if (std::abs(deg) < 0.5) continue;
            list += (list.empty() ? "" : ", ") + t((clinical_ ? "joint.clinical." : "joint.") + name) + " " + std::to_string(std::lround(deg)) + "°";
        }
        return list.empty() ? t("describe.standing") : list;
    }

    void warnings()
    {
        if (!state_.message.empty()) heading(state_.message);
        if (state_.assessment.red_flags.empty()) return;
        heading(t("describe.warnings"));
        for (const FiredRule& fired : state_.assessment.red_flags) {
            const RedFlagRule* rule = library_.knowledge.find(fired.id);
            line(t(std::string("urgency.") + name_of(fired.urgency)) + (rule ? ": " + rule->name + ". " + rule->say.in(clinical_) : ""));
            line(fired.who);
            line(t("describe.because"), findings(fired.because));
        }
    }

    void picture()
    {
        const ViewState& v = state_.view;
        heading(t("describe.picture"));
        line(t(v.left_side ? "top.side_left" : "top.side_right"));
        line(t("describe.seen_from"), direction());
        line(t("describe.pose"), pose());
        line(t("describe.layer"), t("layer." + std::to_string(v.layer)));
        line(t("describe.hidden"), names(v.hidden));
        line(t("describe.only"), names(v.isolated));
        const Legend legend = build_legend(state_, library_);
        if (!legend.entries.empty()) {
            std::string entries;
            for (const LegendEntry& e : legend.entries) entries += (entries.empty() ? "" : "; ") + e.text;
            line(legend.title, entries);
        }
        std::string labels;
        for (const Label& label : build_frame(state_, library_).labels) labels += (labels.empty() ? "" : ", ") + label.text;
        line(t("describe.named"), labels);
    }

    void condition()
    {
        const Condition* c = library_.knowledge.find(state_.view.condition);
        if (!c) return;
        heading(c->name);
        line(t(std::string("urgency.card.") + name_of(c->urgency)));
        for (const auto& [key, words] : clinical_ ? c->clinical : c->plain) line(t("text." + key), words);
        for (const Role role : {Role::primary, Role::secondary, Role::referred}) {
            std::vector<StructureId> ids;
            for (const ConditionStructure& s : c->structures) if (s.role == role) ids.push_back(s.id);
            line(t(std::string("role.") + name_of(role)), names(ids));
        }
    }

    void comparison()
    {
        const auto c = comparison_of(state_, library_);
        if (!c) return;
        heading(t("compare.title") + ": " + c->a->name + " / " + c->b->name);
        const auto apart = [&](const Condition& of, const std::vector<Distinction>& list) {
            std::vector<FindingId> ids;
            for (const Distinction& d : list) ids.push_back(d.finding);
            line(of.name, findings(ids));
        };
        out_ += t("compare.differs") + "\n";
        apart(*c->a, c->for_a);
        apart(*c->b, c->for_b);
        out_ += t("compare.alike") + "\n";
        line(findings(c->alike));
        line(t("compare.structures_both"), names(c->both));
    }

    void structure()
    {
        const StructureId& id = state_.view.selected;
        const Structure* s = id.is_none() ? nullptr : library_.catalogue.find(id);
        if (!s) return;
        heading(s->name + (s->latin.empty() ? "" : " (" + s->latin + ")"));
        line(s->plain);
        for (const auto& [key, words] : s->facts) line(t("fact." + key), words);
    }

    void exercise()
    {
        const Exercise* e = library_.knowledge.find(state_.view.exercise);
        if (!e) return;
        heading(e->name);
        line(e->text.in(clinical_));
        if (const Keyframe* phase = exercise_phase(*e, state_.playback.t_s)) line(phase->cue);
        std::string longer;
        for (const LengthBar& bar : length_bars(state_, library_)) {
            if (bar.strain < 0.02) continue;
            longer += (longer.empty() ? "" : ", ") + library_.catalogue.name(bar.id) + " +" + std::to_string(std::lround(100 * bar.strain)) + " %";
        }
        line(t("describe.lengthens"), longer);
    }

    void answers()
    {
        const Answers& a = state_.view.answers;
        if (a.ticked.empty() && a.denied.empty()) return;
        heading(t("describe.answers"));
        line(t("word.yes"), findings(a.ticked));
        line(t("word.no"), findings(a.denied));
        // Below an emergency nothing is ranked until its words were read: the same as on the screen.
        if (state_.assessment.most_urgent() == Urgency::emergency_now && !state_.view.danger_read) return;
        if (!state_.assessment.conditions.empty()) heading(t("describe.talk_about"));
        for (const RankedCondition& r : state_.assessment.conditions) {
            const Condition* c = library_.knowledge.find(r.id);
            std::vector<FindingId> because;
            for (const Reason& reason : r.supporting) because.push_back(reason.finding);
            line((c ? c->name : r.id.text()) + " (" + t(std::string("band.") + name_of(r.band)) + ")", findings(because));
        }
        for (const std::string& notice : state_.assessment.notices) line(notice);
    }

    void notes()
    {
        const std::vector<Note>& notes = state_.view.notes;
        if (notes.empty()) return;
        heading(t("top.notes"));
        for (std::size_t i = 0; i < notes.size(); ++i) {
            std::set<StructureId> on;
            for (const NotePoint& p : notes[i].points) if (!p.on.is_none()) on.insert(p.on);
            line(std::to_string(i + 1) + ". " + t(std::string("notes.") + name_of(notes[i].kind)) + (on.empty() ? "" : " (" + names(on) + ")") +
                 (notes[i].text.empty() ? "" : ": " + notes[i].text));
        }
    }

    const AppState& state_;
    const Library& library_;
    bool clinical_;
    std::string out_;
};

}  // namespace

std::string describe(const AppState& state, const Library& library) { return Words(state, library).all(); }

}  // namespace genu
