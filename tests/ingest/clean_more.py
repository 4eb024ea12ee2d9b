"""Twelve more clean documents in other shapes: lists of names, numbered paragraphs, stage directions, notices."""

# ruff: noqa: E501 (a paragraph is a line)

from __future__ import annotations

MORE_DOCUMENTS: dict[str, str] = {
    "speech with applause": """Remarks of the President at the harbour of Merrin
[As delivered]
Thank you. Thank you very much. Please, sit down.
[Applause]
It is good to be back in Merrin, where the fish is better than the weather.
(Laughter.)
We said that we would rebuild this quay, and here it stands. Look at it!
[Applause]
There are those who say it cannot last. To them I say: read the report of the engineers, and then come and see for yourselves.
AUDIENCE MEMBER: What about the road?
Wait for the second half. I will come to the road.
(Laughter and applause.)
Sign up, I told the young people of this town, and nine hundred of them signed up for the works.
Stay with us. We are not finished.
God bless you all.
END 4:12 P.M.""",
    "briefing with questions": """SPOKESPERSON: Good afternoon. Two things at the top, and then I will take your questions.
First, the Secretary travels to Tarn on Tuesday. Second, we have posted the joint text on our website.
Q: Do you have any update on the talks?
A: I do not have an update for you on that.
Q: Will the text be shared with the press?
A: You can find it online. Next question, in the back.
Q: Thanks. Can you comment on the report in this morning's papers?
A: I am not going to comment on reports. I would refer you to the ministry.
Q: Just to follow up on that.
A: I will come back to you. Yes, Sara.
Q: Is the offer still on the table?
A: It is. We have said so publicly, and we have said so privately.
SPOKESPERSON: Thank you all. See you tomorrow.""",
    "articles of a treaty": """The Parties to this Agreement,
Recalling the Convention of 1921 on the Navigation of the Two Rivers,
Desiring to share the benefits of the water in peace,
Have agreed as follows:
Article 1
Definitions
For the purposes of this Agreement:
(a) "Commission" means the body set up by Article 4;
(b) "share" means the quantity that a Party may take in a year;
(c) "vessel" includes a raft.
Article 2
Contact points
Each Party shall name a contact point and tell the other Party its telephone number and electronic address.
Article 3
Related instruments
Nothing in this Agreement affects the related instruments listed in Annex II.
Article 4
Comments
Either Party may send comments on a draft within sixty days. Comments received later need not be considered.
IN WITNESS WHEREOF the undersigned, being duly authorised thereto, have signed this Agreement.
DONE at Harrow on 3 May 2011 in two originals.
For the Government of the Upper Shore: (signed) I. Torvald
For the Government of the Lower Shore: (signed) J. Okello""",
    "communique with numbered paragraphs": """1. The Ministers of Foreign Affairs of the Six met in Quill on 14 June under the chairmanship of the Upper Shore.
2. They reviewed the implementation of the decisions taken at Tarn and expressed satisfaction at the progress made.
3. On trade, they:
(i) welcomed the entry into force of the Protocol;
(ii) called upon the Bank to report by September;
(iii) invited interested States to join.
4. On security, they condemned the attack of 2 June in the strongest terms and conveyed their condolences to the families.
5. Read in the light of the Charter, the ceasefire leaves no room for reprisals.
6. They will remain seized of the matter and stay in close contact.
7. The next meeting will be held in Merrin. The date will be announced in due course.
Quill, 14 June 2013""",
    "minutes with attendance": """Minutes of the 214th meeting of the Harbour Board
Held in the Board Room on Thursday 4 March at 10.00 a.m.
Present:
Ms I. Torvald (Chair)
Mr J. Okello (Deputy Chair)
Dr A. Castell
Mr T. Ferreira
In attendance:
Mrs L. Marsh (Secretary)
Mr P. Brandt (Engineer)
Apologies: Mr K. Adler, Ms O. Quist
1. Minutes of the last meeting
The minutes were taken as read and signed.
2. Correspondence
A letter from the growers was tabled. The Secretary was asked to reply.
3. Any other business
There was none.
The meeting closed at 11.40 a.m.
Signed: I. Torvald
Date: 1 April""",
    "sanctions notice": """NOTICE
Changes to the consolidated list of persons subject to financial measures
The following entries are added to the list with effect from 9 July 2014.
Individuals
1. ADLER, Karl Otto. DOB: 3 March 1961. POB: Harrow. a.k.a. ADLER, Carl. Passport no. K 4417120 (Lower Shore). Position: Director of the Office of Rivers.
2. QUIST, Oda. DOB: 12 December 1970. Nationality: Upper Shore. Address: 14 Quay Street, Merrin.
Entities
3. HARBOUR TRADING CO. LTD (a.k.a. HTC). Registration no. 22/1987. Telephone: 0031 20 555 0100. Website: www.htc.example. Other information: owned by ADLER, Karl Otto.
What you must do
Check whether you hold accounts or other funds of the persons named above, freeze them, and report to the Treasury without delay.
Failure to comply is an offence under section 9 of the Act.
Further information
Copies of the list may be had from the Treasury. Questions may be sent in writing.""",
    "resolution": """The Council,
Recalling its previous resolutions on the matter, in particular resolution 1921 (2004),
Deeply concerned at the reports of the Secretary-General,
Noting with appreciation the contribution of the regional bodies,
Acting under Chapter VII of the Charter,
1. Demands that all parties cease fire at once;
2. Calls upon Member States to share information and to support the mission;
3. Decides to extend the mandate until 30 November;
4. Requests the Secretary-General to report every ninety days;
5. Decides to remain actively seized of the matter.""",
    "letter to a council": """Letter dated 9 May 2012 from the Permanent Representative addressed to the President of the Council
On instructions from my Government, I have the honour to bring the following to your attention.
On 7 May, at 03.40, an armed vessel of the neighbouring State entered our waters and stayed there for two hours.
My Government protests against this act and reserves all its rights under international law.
It remains ready to resolve the dispute by peaceful means.
I should be grateful if you would have the present letter circulated as a document of the Council.
(Signed) Amina Castell
Ambassador
Permanent Representative""",
    "judgment in short": """SUMMARY
Case 14/2009, Growers' Union v Harbour Board
The applicant asks the Court to set aside the decision of 3 May.
Held: the application is dismissed.
The Board was not bound to publish the plans. It was enough that anyone could see them on request.
The complaint that the pictures were out of date fails on the facts.
Copies of the photographs were before the Board when it decided.
Costs follow the event.
Judge: Marsh J.
For the applicant: Mr Ferreira. For the respondent: Ms Quist.
Related cases: 9/2004; 22/2006.""",
    "declaration with an annex": """Joint Declaration
We, the Presidents of the two Republics, meeting at Tarn on 2 October,
Declare that the border shall be open to all who carry a valid paper, day and night.
Trains will run again from 1 November. Tickets will be sold in both currencies.
We urge our citizens to visit each other and see for themselves.
ANNEX
Crossing points
Harrow Bridge
Quill Ferry
Tarn Station
Hours
6 a.m. to midnight, every day
Contact between the posts is by radio, channel 9.""",
    "questions to a minister": """24. Ms Torvald asked the Minister of Works how many locks have been repaired since May.
Mr Okello: Nine. Three more will follow this year.
Ms Torvald: Does the Minister agree that nine is not enough? Will he tell us what he thinks of the plan of the engineers?
Mr Okello: I share the concern of the honourable Member. I read the plan with care, and I will say more on Thursday.
Mr Speaker: Order. The House will come to order. Continue.
Mr Ferreira: Has the Minister seen the advertisement in this morning's paper, in which the Board asks for divers?
Mr Okello: I have not. I shall look for it.
Mr Speaker: Next question.""",
    "accord in points": """Agreed points
Ceasefire: from midnight on 3 April, on land and at sea.
Prisoners: all for all, lists to be exchanged within five days.
Aid: two corridors, open from six to six.
Monitors: sixty, from countries that both sides accept.
Not agreed
Status of the islands
Return of the fishing fleet
The parties will meet again on 20 April. Until then they will make no statements to the press.
Text agreed in the presence of the mediator""",
}
