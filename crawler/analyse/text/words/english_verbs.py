"""English words that are verbs and nothing else.

Chosen from WordNet 3.1: no noun is written alike, and the word is not rare. WordNet: Copyright 2011 by Princeton
University. All rights reserved. THIS SOFTWARE AND DATABASE IS PROVIDED "AS IS" AND PRINCETON UNIVERSITY MAKES NO
REPRESENTATIONS OR WARRANTIES, EXPRESS OR IMPLIED. Permission to use, copy, modify and distribute it for any purpose
and without fee or royalty is granted, where this notice stands on all copies; the name of Princeton University may not
be used in advertising.
"""

VERBS_ONLY = """
abate abbreviate abdicate abduct abhor abide abolish abound absolve absorb abstain accede accelerate accentuate accept
acclimate accompany accomplish accrue accumulate acquaint acquiesce acquire acquit activate adhere adjourn adjudicate
adjust administer admire admonish adore adorn advertise affirm afflict aggravate agitate alienate align allay allege
allocate allot allude alter amass amaze ameliorate amend amplify amputate amuse annihilate annotate annoy annul anoint
antagonize apologise apologize appease append applaud appoint apportion appraise apprehend approve arbitrate arouse
arrange ascend ascertain ascribe aspire assassinate assemble assert assign assimilate assuage assure astonish astound
atone attain attest attract augment authenticate authorise authorize automate avenge aver avert awaken backtrack bake
banish baptize bask bawl beautify beckon become befriend beget begrudge behead behold belie belittle bemoan bequeath
berate beseech beset besiege bestow betray beware bide blab blacken blanch bleed bless blindside blurt bode boggle
brainwash breastfeed breathe brighten broaden bulldoze bumble bury calculate calibrate capitalise capitalize
capitulate capsize captivate carve catalyze categorise categorize cater cede centralize certify characterise
characterize chastise cherish choreograph christen circulate circumnavigate circumvent clarify classify cleanse cleave
clothe coalesce coddle codify coerce coexist coincide collate collide collude colonise colonize combust commandeer
commemorate commence commend commentate commercialize commiserate compel compensate compile complicate comply compose
comprehend comprise compute conceal concede conceive conceptualize concoct concur condemn condense condescend condone
confer confess confide configure confine conflate conform confound confront confuse congratulate congregate conjure
conquer consign consolidate conspire constitute constrain constrict construe consume contaminate contemplate contend
contradict contravene convene convey correspond corroborate corrode counteract covet cower cram crave criminalize
cringe criticise criticize cronk croon crucify crumble crystallize culminate cultivate curtail customise customize
dabble dally dampen dangle darken deactivate debrief debug debunk decant decapitate deceive decelerate decimate
decipher declare declassify decode decompose decompress deconstruct decorate decriminalize decry decrypt deduce deduct
deem deepen deface defame defecate defend defer deflate deflect deform defraud defray defrost defuse defy degrade
dehydrate deign delete delude delve demean demolish demonize demoralize demote denigrate denote denounce depart depict
deplete deplore deploy deport depose depreciate depress deprive depute derail deregulate deride derive descend
desecrate desist despise destabilise destabilize destroy destruct detach detain detect deter deteriorate detest
dethrone detonate detract devalue devastate devolve devote devour diagnose differentiate digitize dignify digress
dilate dine disable disagree disallow disappoint disapprove disarm disassemble disassociate disavow disband disbelieve
discern disclaim disclose discontinue discourage disembark disenfranchise disengage disentangle disinfect disintegrate
dislodge dismantle dismember dismiss disobey disown disparage dispel dispense disperse displace displease dispose
disprove disqualify dissect disseminate dissipate dissociate dissuade distill distort distract distribute disturb
diverge diversify divert divest divulge dominate donate doss dote douse downplay downsize dramatize drench drown dwell
dwindle earn eat eavesdrop edit eject electrify electrocute elevate elicit elope elude emanate emancipate embarrass
embed embellish embody embolden emigrate emit emote empathise empathize emulate enact encapsulate enchant encircle
enclose encode encompass encroach encrypt endanger endear endorse endow energize enforce engender engrave engulf
enlarge enlighten enlist enliven enquire enrage enrich enslave ensnare ensue entangle entertain entice entitle entrap
entreat entrench entrust enumerate envelop envisage envision equalise equalize equate equip eradicate erase erode
erupt escalate eschew espouse espy etch evacuate evade evangelize evaporate evict evoke exacerbate exaggerate exalt
excavate excel excite exclaim exclude excrete execute exemplify exert exfoliate exhale exhort exhume exonerate
exorcise expand expedite expel expend expire explode expound expunge exterminate extinguish extol extort extradite
extrapolate extricate exude fabricate falsify familiarise familiarize fantasize fascinate fasten fatten feign fend
fertilize finalise finalize fishtail fixate flatten flatter flay flee flog flout fluctuate foment forbid foreclose
forego foresee foreshadow forestall foretell forget forgive forgo formalize forsake fortify freshen frighten frustrate
fulfil fundraise furnish galvanize generalise generalize germinate gird gladden glean glorify gnaw govern gratify
gravitate grieve grovel hallow hallucinate harass harden harmonise harmonize hasten hearken heighten hew hibernate
hover humanize humiliate hunker hypnotize hypothesize idolize ignite illuminate imbibe imbue imitate immerse immigrate
immobilize impair impale impart impeach impede impel imperil impersonate impinge implicate implode implore imply
impose impound impregnate imprison improvise inaugurate incapacitate incarcerate incinerate incite incriminate
incubate inculcate incur indemnify indict indoctrinate induce induct indulge infect infest infiltrate inflame inflate
inflict infringe infuriate infuse ingest ingratiate inhabit inhale inherit inhibit initialize injure innovate
inoculate inquire insinuate inspect install instigate instil instill instruct insulate insure intensify intercede
interconnect interfere interject internalize interpret interrogate intersect intertwine intervene intimidate intrude
intuit invade invalidate invent invert invest invigorate invoke irk irrigate irritate isolate itemize iterate
jeopardise jeopardize jettison justify kindle knead languish laud launder lave legalise legalize legislate legitimize
lend lengthen levitate liaise liberate lighten linger liquidate litigate liven loathe localize locate loiter loll
loosen lop lubricate magnify maim manipulate marginalize marinate marry materialise materialize maximise meddle
medicate meditate memorialize memorise memorize merge metabolize migrate mingle minimise misbehave misinterpret
mislead misplace misread misrepresent misspell mistreat misunderstand mitigate mobilise mobilize modernise modernize
modify modulate moisten moisturize molest monetize monopolize motivate mourn multiply mutate mutilate nab narrate
nationalize navigate necessitate negate neutralise neutralize nominate normalise normalize notify nourish nullify
nuzzle obfuscate objectify oblige observe obsess obstruct occupy offend officiate offload omit opine oppress opt
optimise orchestrate ordain organise organize originate oscillate oust outbid outdo outflank outgrow outlast outlive
outnumber outpace outrun outshine outsmart outsource outstrip outweigh outwit overdo overeat overhear overheat overpay
overpower overreach overreact overrule oversee overshadow overspend overstate overstep overtake overwhelm overwrite
owe oxidize pacify pamper paralyze pare parse partake patronize peddle penalize penetrate perceive perish permeate
perpetrate perpetuate persecute persevere personalize personify persuade pertain peruse pester philander placate plead
polarize politicize pollinate pollute ponder popularize populate portray postpone pour practise preach precede
preclude predate predispose preform preheat prepay preside presume prevail prioritise prioritize prise privatise
privatize proclaim procrastinate procreate procure profess prohibit proliferate prolong promulgate pronounce proofread
propagate propel prophesy prosecute prosper protrude provoke publicise publicize pummel punctuate punish purify quash
quell quench quicken ratify rationalise rationalize ravish raze reactivate readjust reaffirm realign realise
reallocate reap reappear rearrange reassemble reassert reassess reassign reassure reboot rebuild rebut recant recast
recede recharge reciprocate recite reckon reclaim reclassify recline recollect recommit reconcile reconsider
reconstitute reconstruct reconvene recoup recover recreate rectify recuperate recur recuse recycle redden redecorate
redeem redefine redeploy redesign redevelop redirect rediscover redistribute redline redo redouble reenact reestablish
reevaluate reexamine refinance refine refocus refresh refrigerate refuel refurbish refute regale regroup regrow
regulate regurgitate rehabilitate rehearse reheat reignite reimburse reinforce reinstall reinstate reintegrate
reinterpret reintroduce reinvent reinvigorate reiterate rejoice rejoin rejuvenate rekindle relax relearn relegate
relent relinquish relive reload relocate remarry remind reminisce remodel rename rend renegotiate renew renounce
renovate reopen reorganise reorganize repaint repay repel repent rephrase replant replenish replicate repossess
repress repudiate reread reschedule rescind resell resemble resent resettle reshape reside resign resist resize
resonate resound restart restate restock restrain restructure resubmit resurface resurrect resuscitate retain
retaliate retell retire retool retrace retract retrain retrieve retry reunite reuse revamp reverberate revert revisit
revitalise revitalize revive revolutionise revolutionize revolve rewind rewire rework ripen romanticize rotate rouse
rumple sanctify sanitize sate saturate scavenge scoot scram scrounge scrutinise scrutinize sculpt secede secrete
seduce seep seize sequester sever sew sharpen shatter shelve shirk shoo shorten shrivel shun shush sicken sift signify
simulate sing sit situate skimp slather slay slink slither slog slurp smuggle socialise socialize soften solicit
solidify soothe specify speculate spew spurn squander stabilise stagnate standardize starve sterilize stiffen
stigmatize stimulate stipulate stoke stow straighten strangle streamline stun subdivide subdue subjugate submerge
subscribe subside subsidise subsidize subsist substantiate subtract subvert succumb suckle suffice suffocate summarise
summarize summon sunbathe sunder supercharge supersede supervise supplant suppress surmount surpass survive suspend
swear sweeten symbolise symbolize sympathise sympathize synchronize synthesize televise tempt terminate terrify
terrorize testify theorize thicken thresh thrive topple toughen transact transcend transcribe transgress translate
transmit transpire troubleshoot typeset unblock unclog uncover underlie underperform underpin understate undertake
undervalue underwrite undo unearth unfold unfurl unhook unify unionize unite unlearn unleash unload unmask unpack
unplug unravel unroll unscrew unseat unsettle untangle untie unveil unwind unwrap upend uphold uproot urinate usurp
utilise vacate vaccinate vanish vanquish vaporize veer venerate ventilate verbalize vibrate victimize vilify vindicate
violate visualise visualize vouch waive waken wander weaken wean weigh whet whiten widen wield wither withhold
withstand wreak wrest writhe yearn
"""
"""They and their forms with -s stand in no phrase; a form such as herniated may begin one."""
