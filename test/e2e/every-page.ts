/** The example's pages. */
export const county = '/n/harbour-county';

/** Every page of the screen, with the states that look different. */
export const everyPage: readonly string[] = [
  '/?all=1',
  ...[
    '',
    '?view=table',
    '/map',
    '/organizations',
    '/organizations/org-valley-meeting-house',
    '/organizations/org-valley-meeting-house?edit=1',
    '/silos',
    '/bridge-builders',
    '/sectors',
    '/communities',
    '/communities/community-emerging-leaders',
    '/communities/community-emerging-leaders?edit=1',
    '/people',
    '/people/person-abena-mensah',
    '/relationships',
    '/relationships/relationship-valley-meeting-house--foundry-recovery-centre?edit=1',
    '/collaborations',
    '/collaborations/new',
    '/gatherings',
    '/needs',
    '/needs/need-apartment-fire',
    '/offers',
    '/sources',
    '/convene',
    '/reports',
    '/data',
    '/history',
    '/history?from=0&to=1',
    '/settings',
    '/people/nobody',
  ].map((path) => county + path),
];
