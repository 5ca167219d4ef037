/** English words for the classes people report most. Columns: code | words; `_` stands for a space. */
export const englishWords = `
01013|hydrant*4 fire_hydrant*5
01023|manhole*4 manhole_cover*5
01004|storm_drain*4 drain_grate*5
01037|street_light*5 streetlight*5 street_lamp*5 lamp_post*4
01046|fitness_equipment*5 exercise_equipment*4
01054|charging_post*5 ev_charger*4 charging_station*4
02004|bus_stop*4 bus_shelter*5
02010|road_sign*5 stop_sign*4
02014|traffic_light*5 traffic_signal*5
03001|public_toilet*5 restroom*3
03005|litter_bin*5 trash_can*4 garbage_bin*5 rubbish_bin*5
04002|street_tree*5 fallen_tree*5 dead_tree*4 tree_branch*4
06010|garbage*3 rubbish*3 litter*2 trash*3
06011|rubble*4 construction_waste*5
06012|dirty_road*4 dirty_street*4
06013|pothole*5 broken_road*5 road_damage*4
06026|polluted_river*5 river_smell*4
06027|cooking_fumes*5 kitchen_smoke*4
06028|loud_music*3 noise*3 loud_noise*3 karaoke*4
06029|barbecue*4
06034|abandoned_vehicle*5 abandoned_car*5
06040|parking_lock*5
07001|graffiti*3 illegal_sticker*5
08001|construction_noise*5 works_at_night*4
08004|dust_from*3 construction_dust*5
09006|street_stall*4 vendor*3
09009|illegally_parked*5 blocked_driveway*4 illegal_parking*5 parked_on_the_pavement*5
09011|shared_bike*5
10001|snow*3 ice_on_the_road*5 icy*3
20001|property_company*5 property_management*5
20003|stairwell_light*5 light_on_the_stairs*5 hallway_light*5 corridor_light*5
20005|lift*2 elevator*5
20006|parking_space*4
20007|leaking_roof*5 roof_leak*5 rain_comes_in*4
21001|no_water*5 water_supply*4 water_pressure*4
21002|burst_pipe*5 leaking_pipe*5 pipe_leak*5 water_leak*4
21004|no_heat*5 heating*4 radiator*5
21005|blocked_drain*5 sewer_backup*5 sewage*3 sewer*3
21007|smell_of_gas*6 gas_leak*6 smell_gas*6
21008|power_cut*5 no_electricity*5 blackout*4 power_outage*5
21009|broadband*5 internet*3 mobile_signal*5
22001|noisy_neighbour*5 noisy_neighbor*5 neighbour*1 upstairs*2
22003|renovation*4 drilling*4
22005|water_from_upstairs*6 leak_from_upstairs*6
22006|stray_dog*6 barking*4 dog_bite*5
23002|illegal_building*5
24001|traffic_jam*5 congestion*4
24002|bus_route*5 bus_line*5
24004|taxi*4
24006|parcel*4 courier*4
25006|hospital*4 doctor*3
26005|unpaid_wages*6 not_paid*4 wages*3
26002|pension*5
26001|medical_insurance*5
27001|refund*4 fake_goods*5 consumer*3
28001|factory_smoke*5 air_pollution*5 bad_smell*3
29002|identity_card*5 residence_permit*5 household_registration*5
`
