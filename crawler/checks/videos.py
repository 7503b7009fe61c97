"""Videos: whether those who do not hear them can follow."""

from crawler.checks.check import Check

CHECKS = (
    Check(
        id="video.no_captions",
        severity="notice",
        population="video_pages",
        title="A video has no captions",
        why="Deaf people cannot follow it, and most others watch without sound.",
        fix="Add a track with captions to the video.",
        sql="""
            SELECT url, counted(places, 'video') || ', such as ' || example AS evidence
            FROM accessibility WHERE rule = 'video-without-captions'
        """,
    ),
)
