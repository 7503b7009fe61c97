"""A page like the one that the product began with: low back pain, therapy that failed, prolotherapy."""

from crawler.analyse.text.page import Block, PageText

URL = "https://clinic.example/low-back/when-therapy-fails"
TITLE = "When Physical Therapy Does Not Help Low Back Pain"

BLOCKS = (
    Block(1, "When Physical Therapy Fails to Ease Low Back Pain"),
    Block(0, "Low Back Treatment"),
    Block(2, "Prolotherapy Is Effective Where Physical Therapy Fails"),
    Block(
        0,
        "Many people come to us after months of appointments elsewhere. They have low back pain, they have done "
        "their physical therapy faithfully, and they still cannot sit through a film. Often somebody has already "
        "mentioned surgery. At Marlow Joint® we look for an alternative to surgery before anything is cut.",
    ),
    Block(2, "Why Hasn’t Physical Therapy Worked?"),
    Block(
        0,
        "Physical therapy trains the muscles around the spine, and for a strained muscle that is usually enough. "
        "It teaches posture, restores movement and builds endurance in the trunk. But physical therapy cannot "
        "tighten a ligament. When the spinal ligaments are stretched, the vertebrae keep slipping out of line, "
        "whatever the muscles do, and relief lasts a few days at best.",
    ),
    Block(2, "What Helps Injured Ligaments When Physical Therapy Cannot?"),
    Block(
        0,
        "Prolotherapy is an injection of dextrose at the place where a ligament meets the bone. It belongs to "
        "Regenerative Orthopedics, and it starts a repair that the body had given up. Injured ligaments grow "
        "thicker and shorter over several sessions.",
    ),
    Block(2, "How We Treat Low Back Pain at Marlow Joint®"),
    Block(
        0,
        "We examine the lower back by hand and under ultrasound, level by level. Regenerative Orthopedics lets us "
        "treat each weak ligament that we find in one visit. Afterwards exercise begins again, and so may physical "
        "therapy, because strong muscles and strong ligaments need each other.",
    ),
    Block(2, "How Does Prolotherapy Help With Ligament Injury?"),
    Block(
        0,
        "A ligament injury in one segment loads the segments above and below it. Loose ligaments let the joint "
        "move too far, the muscles tense up to guard it, and muscle spasms follow. In time the body tries to hold "
        "the segment still with bone spurs, and arthritis sets in. Prolotherapy works at the beginning of that "
        "chain: once the ligaments hold, the muscles can let go, and the low back pain has less reason to return.",
    ),
    Block(2, "Regenerative Orthopedics Strengthens Ligaments"),
    Block(
        0,
        "Regenerative Orthopedics is also useful in degenerative disc disease, where a flattened disc leaves its "
        "ligaments slack; discogenic pain eases when abnormal motion is limited. One review found that "
        "prolotherapy is a safe way of improving back pain and function. (1)",
    ),
)

SEED_PAGE = PageText(URL, "en-US", TITLE, "", BLOCKS)

ENTITIES = {
    "condition:low_back_pain",
    "condition:ligament_injury",
    "condition:ddd",
    "condition:bone_spur",
    "condition:muscle_spasm",
    "treatment:physical_therapy",
    "treatment:prolotherapy",
    "treatment:regen_general",
    "treatment:surgery",
}
ANSWERED = {"versus", "evidence", "causes", "how_works", "options"}
UNANSWERED = {"risks", "cost", "recovery", "local", "faq"}
