"""Thornley Vale District Council, a leader's statement in prose: dated promises, and no table to hold them."""

ORGANISATION = "Thornley Vale District Council"
TITLE = "Looking ahead: the Leader’s statement for 2010/11"

TEXT = (
    "# Where we stand",
    "This has been a hard year for many households in the Vale. Two of the district’s larger employers have cut their "
    "hours, and the number of people who come to us for advice on debt has doubled. We have set aside £150,000 to "
    "help, and I said last spring that we would report on how it was spent. We shall do so at the July meeting of the "
    "Council.",
    "The council’s own finances are sound. We have kept the rise in council tax to 1.9 per cent, and we have found "
    "savings of £640,000 without closing any building that is open to the public.",
    "# Homes",
    "By March 2011 we will complete 84 homes for rent at Colliers Field, together with the road that will serve them. "
    "The Head of Housing will bring a plan for the second phase to the Cabinet in September 2010. We will also:",
    "• bring forty empty homes back into use by the end of the year",
    "• insulate the lofts of all council homes that still need it, street by street, starting in Upper Thornley",
    "• publish a guide for private landlords by 30 June 2010",
    "• ask tenants, through the Tenants’ Forum, how they would like repairs to be arranged.",
    "# Town and village centres",
    "The market at Thornley Cross will move back to the square in time for Easter. Work on the paving is to be "
    "finished by 26 February, weather permitting. From April the first hour of parking will be free in all five of "
    "our car parks, and the Director of Place will report on the effect after six months.",
    "Four villages have asked for help with a community shop. Our small grants panel meets every quarter and can give "
    "each of them up to £5,000. We expect the first shop, at Sallow End, to open in the autumn.",
    "# Waste and recycling",
    "Weekly food waste collections will begin in the north of the district in June 2010 and in the south in October "
    "2010. Every household will have a caddy, a supply of bags and a letter that says on which day to put them out. "
    "Crews will keep a note of streets where the lorry has trouble getting through, so that times can be changed.",
    "# Health and leisure",
    "Attendance at the leisure centre fell by six per cent. The contract with the operator ends in December 2011 and "
    "we shall decide by this Christmas whether to seek a new partner or to form a trust. Meanwhile the changing rooms "
    "will be refurbished over the summer, and swimming will stay free for those under 16.",
    "# How we work",
    "Members have agreed that from May 2010 every meeting of the Cabinet will be broadcast on the website. Cllr Ann "
    "Firth will lead a review of the constitution, with a report to the Council no later than December 2010. Staff "
    "will move from three offices into two during 2011, subject to the sale of Vale House.",
    "I am grateful to members of all groups, to staff and to the many volunteers who give their time to the district.",
    "<i>Councillor Margaret Oldroyd, Leader of the Council</i>",
    "<i>February 2010</i>",
)
